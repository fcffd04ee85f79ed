import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../data/language.ts';
import type { KeptDraft } from '../use-draft.ts';
import { ShareDraft } from './share-draft.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

interface Props {
  kept: KeptDraft;
  /** Absent for a new ticket, whose draft is nobody else's business. */
  ticketId?: string;
  isDisabled: boolean;
}

/** What else can be done with a draft: earlier versions, sharing it with a teammate. */
export function DraftMenu({ kept, ticketId, isDisabled }: Props) {
  const t = useT();
  const [shown, setShown] = useState<'versions' | 'share' | null>(null);
  const draftId = kept.draft.server?.id;
  if (!draftId) return null;
  const close = () => setShown(null);
  return (
    <>
      <Menu position="top-end" width={260}>
        <Menu.Target>
          <ActionIcon aria-label={t('drafts.menu')} disabled={isDisabled} size={28}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => setShown('versions')}>
            {t('drafts.versions')}
          </Menu.Item>
          {ticketId && (
            <Menu.Item
              leftSection={<IconUserShare size={16} aria-hidden />}
              onClick={() => setShown('share')}
            >
              {t('drafts.share')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {shown === 'versions' && <VersionsDialog draftId={draftId} onRestore={kept.replace} onClose={close} />}
      {shown === 'share' && <ShareDraft draftId={draftId} onClose={close} />}
    </>
  );
}
