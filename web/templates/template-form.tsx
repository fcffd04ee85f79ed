import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { IconAlertCircle, IconRestore } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { longestMailText, unknownIn } from '../../contract/mail-templates.ts';
import { routes } from '../../contract/routes/index.ts';
import { call } from '../data/call.ts';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import settings from '../settings/settings.module.css';
import { errorText } from '../ui/error-text.ts';
import { showDone } from '../ui/toast.ts';
import { TemplatePreview } from './template-preview.tsx';
import classes from './templates.module.css';
import { type MailTemplate, type TemplateText, templatesKey } from './templates-query.ts';

/** The texts of a mail to be changed, and how it reads with them. */
export function TemplateForm({ template }: { template: MailTemplate }) {
  const t = useT();
  const slug = useWorkspaceSlug();
  const client = useQueryClient();
  const { kind, language, texts } = template;
  const savedOf = ({ own, standard }: TemplateText) => own ?? standard;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const textIn = (text: TemplateText) => typed[text.key] ?? savedOf(text);
  const changed = texts.filter(text => textIn(text) !== savedOf(text));
  const wrong = texts.filter(text => unknownIn(textIn(text), text.variables).length > 0);
  /** What the server is told: null is the standard text. */
  const draft = Object.fromEntries(
    changed.map(text => [
      text.key,
      textIn(text).trim() === text.standard ? null : textIn(text).trim() || null,
    ]),
  );
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => call(routes.templates.save, { params: { kind, language }, body: { texts: draft } }),
    onSuccess: saved => {
      client.setQueryData([...templatesKey(slug), kind, language], saved);
      setTyped({});
      showDone(t, t('templates.saved'));
      void client.invalidateQueries({ queryKey: templatesKey(slug), exact: true });
    },
  });
  return (
    <div className={classes.sides}>
      <form
        className={settings.form}
        onSubmit={event => {
          event.preventDefault();
          if (wrong.length === 0) save.mutate();
        }}
      >
        {texts.map(text => (
          <TextField
            key={text.key}
            text={text}
            label={t(`templates.label.${labelOf(kind, text.key)}`)}
            value={textIn(text)}
            onChange={value => setTyped(all => ({ ...all, [text.key]: value }))}
          />
        ))}
        {save.isError && (
          <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle aria-hidden />}>
            {errorText(t, save.error)}
          </Alert>
        )}
        <div className={settings.actions}>
          <Button type="submit" loading={save.isPending} disabled={changed.length === 0 || wrong.length > 0}>
            {t('settings.save')}
          </Button>
          {changed.length > 0 && (
            <Button variant="default" disabled={save.isPending} onClick={() => setTyped({})}>
              {t('shell.cancel')}
            </Button>
          )}
        </div>
      </form>
      <TemplatePreview
        kind={kind}
        language={language}
        texts={changed.length > 0 ? JSON.stringify(draft) : ''}
      />
    </div>
  );
}

/** `mail.assignment.by` of the assignment is labelled as `by`, what all have in common by all of it. */
function labelOf(kind: string, key: string): string {
  return key.replace(/^mail\./, '').replace(new RegExp(`^${kind}\\.`), '');
}

interface FieldProps {
  text: TemplateText;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function TextField({ text, label, value, onChange }: FieldProps) {
  const t = useT();
  const unknown = unknownIn(value, text.variables);
  const common = {
    label,
    value,
    maxLength: longestMailText,
    description:
      text.variables.length > 0 &&
      t('templates.variables', { names: text.variables.map(name => `{${name}}`).join(', ') }),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    error: unknown.length > 0 && t('errors.unknown-variable', { names: unknown.join(', ') }),
    placeholder: text.standard,
  };
  return (
    <div>
      {text.isOneLine ? (
        <TextInput {...common} onChange={event => onChange(event.currentTarget.value)} />
      ) : (
        <Textarea {...common} autosize minRows={2} onChange={event => onChange(event.currentTarget.value)} />
      )}
      {value.trim() !== text.standard && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          leftSection={<IconRestore size={14} aria-hidden />}
          aria-label={t('templates.restore-one', { label })}
          onClick={() => onChange(text.standard)}
        >
          {t('templates.restore')}
        </Button>
      )}
    </div>
  );
}
