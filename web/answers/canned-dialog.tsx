import { Button, Group, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { showDone } from '../ui/toast.ts';
import { CannedForm, useCannedForm } from './canned-form.tsx';
import type { CannedReply } from './canned-query.ts';
import { type CannedContent, useSaveCanned } from './use-canned-change.ts';

interface Props {
  /** The one to change; left out for a new one. */
  reply?: CannedReply;
  /** What stands in the form at first. */
  start: CannedContent;
  /** Whether the text had images, which cannot be kept. */
  hasLostImages?: boolean;
  onClose: () => void;
}

/** Writing or changing a canned reply, above the page. A slip of the hand beside it loses nothing. */
export function CannedDialog({ reply, start, hasLostImages = false, onClose }: Props) {
  const t = useT();
  const isSmall = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const save = useSaveCanned(reply?.id);
  const fields = useCannedForm(start);
  const [wasTried, setWasTried] = useState(false);

  function submit(): void {
    setWasTried(true);
    if (fields.form.validate().hasErrors || fields.textProblem !== null || save.isPending) return;
    save.mutate(fields.content(), {
      onSuccess: () => {
        showDone(t, t('canned.saved'));
        onClose();
      },
      onError: fields.errors.show,
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(reply ? 'canned.edit' : 'canned.add')}
      size={760}
      fullScreen={isSmall}
      closeOnClickOutside={false}
      closeOnEscape={!fields.isChanged}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          // The dialog may stand within a form of the page.
          event.stopPropagation();
          submit();
        }}
      >
        <CannedForm
          fields={fields}
          canBeOwn={!reply?.isShared || reply.isMine}
          hasLostImages={hasLostImages}
          showsProblems={wasTried}
          isDisabled={save.isPending}
          onSubmit={submit}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('canned.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
