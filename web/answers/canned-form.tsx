import { Alert, Autocomplete, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { unknownVariables } from '../../contract/canned-variables.ts';
import { languages } from '../../contract/fields.ts';
import { shortcut } from '../../contract/routes/canned.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { isEmptyHtml } from '../messages/draft.ts';
import { RichEditor } from '../messages/editor/rich-editor.tsx';
import { useFormErrors } from '../ui/form-errors.tsx';
import classes from './canned.module.css';
import { CannedPreview } from './canned-preview.tsx';
import { cannedQuery } from './canned-query.ts';
import type { CannedContent } from './use-canned-change.ts';
import { VariableMenu } from './variable-menu.tsx';

/** What stands in the form, and what is wrong with it. */
export function useCannedForm(start: CannedContent) {
  const t = useT();
  const [html, setHtml] = useState(start.html);
  const form = useForm({
    initialValues: { ...start, language: start.language ?? 'any' },
    validate: {
      name: value => (value.trim() ? null : t('shell.field.required')),
      shortcut: value => (shortcut.safeParse(value).success ? null : t('canned.shortcut.wrong')),
    },
  });
  const errors = useFormErrors(form);
  const unknown = unknownVariables(html);
  return {
    form,
    errors,
    html,
    setHtml,
    unknown,
    isChanged: form.isDirty() || html !== start.html,
    /** A key of the catalogue, or null. */
    textProblem: isEmptyHtml(html)
      ? 'errors.field.empty-message'
      : unknown.length > 0
        ? 'canned.unknown'
        : null,
    content: (): CannedContent => {
      const { language, ...values } = form.getValues();
      return { ...values, html, language: languages.find(one => one === language) ?? null };
    },
  };
}

interface Props {
  fields: ReturnType<typeof useCannedForm>;
  /** A colleague's shared one stays shared. */
  canBeOwn: boolean;
  hasLostImages: boolean;
  /** Whether an empty text is called wrong yet. */
  showsProblems: boolean;
  isDisabled: boolean;
  onSubmit: () => void;
}

/** Name, shortcut, folder, language, text with variables, and how it reads (LIV-19). */
export function CannedForm({ fields, canBeOwn, hasLostImages, showsProblems, isDisabled, onSubmit }: Props) {
  const t = useT();
  const { form, html, unknown } = fields;
  const editor = useRef<Editor | null>(null);
  const all = useQuery(cannedQuery(useWorkspaceSlug())).data ?? [];
  const folders = [...new Set(all.map(one => one.folder))].filter(folder => folder !== '').sort();
  const problem = unknown.length > 0 || showsProblems ? fields.textProblem : null;
  return (
    <Stack gap="md">
      {fields.errors.summary}
      <div className={classes.pair}>
        <TextInput
          label={t('canned.name')}
          maxLength={120}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('canned.shortcut')}
          description={t('canned.shortcut.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={30}
          leftSection="/"
          autoComplete="off"
          {...form.getInputProps('shortcut')}
        />
        <Autocomplete
          label={t('canned.folder')}
          description={t('canned.folder.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          data={folders}
          {...form.getInputProps('folder')}
        />
        <Select
          label={t('canned.language')}
          allowDeselect={false}
          data={[
            { value: 'any', label: t('canned.any-language') },
            ...languages.map(one => ({ value: one, label: t(`language.${one}`) })),
          ]}
          {...form.getInputProps('language')}
        />
      </div>
      <Switch
        label={t('canned.share')}
        description={t(canBeOwn ? 'canned.share.hint' : 'errors.canned-not-yours')}
        disabled={!canBeOwn}
        {...form.getInputProps('isShared', { type: 'checkbox' })}
      />
      <div>
        <div className={classes.textHead}>
          <span className={classes.label} aria-hidden>
            {t('canned.html')}
          </span>
          <VariableMenu
            isDisabled={isDisabled}
            onChoose={variable => editor.current?.chain().focus().insertContent(variable).run()}
          />
        </div>
        <RichEditor
          initialHtml={html}
          label={t('canned.html')}
          placeholder={t('canned.html.placeholder')}
          onChange={fields.setHtml}
          onSubmit={onSubmit}
          onReady={ready => {
            editor.current = ready;
          }}
          isDisabled={isDisabled}
          minHeight={140}
          maxHeight="34vh"
        />
        {hasLostImages && (
          <p className={classes.hint}>
            <IconInfoCircle size={16} aria-hidden />
            {t('canned.images-gone')}
          </p>
        )}
        {problem && (
          <Alert mt="xs" py="xs" color="red" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {t(problem, { names: unknown.join(', ') })}
          </Alert>
        )}
      </div>
      <CannedPreview html={html} />
    </Stack>
  );
}
