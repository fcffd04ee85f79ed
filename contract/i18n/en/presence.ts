export const presence = {
  'presence.opened-by': 'opened by {names}',
  'presence.readers': 'Also open on the screen of',
  'presence.viewing': '{name} is reading this ticket',
  'presence.idle': '{name} has this ticket open, but is away',
  'presence.reply': '{name} is replying to this ticket',
  'presence.note': '{name} is writing a note',
  'presence.more_one': 'and {count} more',
  'presence.more_other': 'and {count} more',
  'presence.composing.reply_one': '{names} is replying to this ticket',
  'presence.composing.reply_other': '{names} are replying to this ticket',
  'presence.composing.note_one': '{names} is writing an internal note',
  'presence.composing.note_other': '{names} are writing internal notes',
};
