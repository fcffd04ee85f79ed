import { type Draft, isEmptyDraft, type ServersDraft } from '../draft.ts';

export type Step = 'nothing' | 'adopt' | 'save' | 'clear' | 'conflict';

/**
 * What to do about a draft as it is here and as the server has it: take the server's, save ours, empty ours because it
 * was sent or thrown away elsewhere, or ask, because both have changed.
 */
export function reconcile(here: Draft, server: ServersDraft | null): Step {
  const isEmpty = isEmptyDraft(here);
  if (!server) {
    if (isEmpty) return 'nothing';
    return here.isSaved && here.server ? 'clear' : 'save';
  }
  const isSame = here.server?.id === server.id && here.server.version === server.version;
  if (here.isSaved) return isSame && !isEmpty && here.html === server.content.html ? 'nothing' : 'adopt';
  // Ours is newer than what it goes on from; or the answer to our own last save was lost.
  if (isSame || (here.tab !== '' && here.tab === server.tab)) return 'save';
  if (isEmpty || hasSameWords(here, server)) return 'adopt';
  return 'conflict';
}

function hasSameWords(here: Draft, server: ServersDraft): boolean {
  const ids = here.files.map(file => file.id);
  // Addresses of images are made anew each day.
  const words = (html: string) => html.replace(/<img[^>]*>/g, '<img>');
  return (
    words(here.html) === words(server.content.html) && ids.join() === server.files.map(file => file.id).join()
  );
}
