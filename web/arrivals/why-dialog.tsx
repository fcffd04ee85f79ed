import { Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../data/language.ts';
import { useWorkspaceSlug } from '../data/workspace.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { AboutSource } from './about-source.tsx';
import classes from './why.module.css';
import { whyQuery } from './why-query.ts';

interface Props {
  messageId: string;
  /** Where the mail can be had as it came. */
  sourceUrl: string;
  onClose: () => void;
}

/** "Why is this mail here?": how it was placed and how sure that is, who sent it, what was held back, the raw mail. */
export function WhyDialog({ messageId, sourceUrl, onClose }: Props) {
  const t = useT();
  const query = useQuery(whyQuery(useWorkspaceSlug(), messageId));
  const sources = query.data?.sources;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('why.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {query.isPending && <ListSkeleton rows={5} height={40} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {sources?.length === 0 && <p className={classes.verdict}>{t('why.none')}</p>}
      {sources?.map(source => (
        <AboutSource key={source.id} source={source} isAlone={sources.length === 1} />
      ))}
      {sources && sources.length > 0 && (
        <a className={classes.download} href={sourceUrl} download>
          <IconDownload size={16} aria-hidden />
          {t('why.source')}
        </a>
      )}
    </Modal>
  );
}
