export const drafts = {
  'errors.draft-changed': 'This draft was changed in another tab.',
  'errors.draft-gone': 'This draft was sent or discarded in another tab.',
  'errors.draft-not-shared': 'This draft has not been shared with you.',
};
