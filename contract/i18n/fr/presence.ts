export const presence = {
  'presence.opened-by': 'ouvert par {names}',
  'presence.readers': 'Également ouvert chez',
  'presence.viewing': '{name} lit ce ticket',
  'presence.idle': '{name} a ouvert ce ticket, mais n’est plus devant l’écran',
  'presence.reply': '{name} répond à ce ticket',
  'presence.note': '{name} écrit une note',
  'presence.more_one': 'et {count} autre',
  'presence.more_other': 'et {count} autres',
  'presence.composing.reply_one': '{names} répond à ce ticket',
  'presence.composing.reply_other': '{names} répondent à ce ticket',
  'presence.composing.note_one': '{names} écrit une note interne',
  'presence.composing.note_other': '{names} écrivent des notes internes',
};
