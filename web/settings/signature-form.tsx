import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../data/language.ts';
import { useEditProfile } from '../data/profile.ts';
import { FormSkeleton } from '../ui/skeletons.tsx';
import { showDone, showProblem } from '../ui/toast.ts';
import classes from './settings.module.css';

const SignatureEditor = lazy(async () => ({
  default: (await import('./signature-editor.tsx')).SignatureEditor,
}));

/** What stands below my answers. The editor's code comes only when this page is opened. */
export function SignatureForm({ html }: { html: string }) {
  const t = useT();
  const edit = useEditProfile();
  const [text, setText] = useState(html);
  function save() {
    edit.mutate(
      { signatureHtml: text },
      { onSuccess: () => showDone(t, t('settings.saved')), onError: error => showProblem(t, error) },
    );
  }
  return (
    <div className={classes.form}>
      <Suspense fallback={<FormSkeleton lines={1} />}>
        <SignatureEditor html={html} onChange={setText} />
      </Suspense>
      <div>
        <Button onClick={save} loading={edit.isPending} disabled={text === html}>
          {t('settings.save')}
        </Button>
      </div>
    </div>
  );
}
