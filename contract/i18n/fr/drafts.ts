export const drafts = {
  'errors.draft-changed': 'Ce brouillon a été modifié dans un autre onglet.',
  'errors.draft-gone': 'Ce brouillon a été envoyé ou abandonné dans un autre onglet.',
  'errors.draft-not-shared': 'Ce brouillon n’a pas été partagé avec vous.',
};
