/** From chat to ticket, ageing and quality. */
export const chat = {
  'CHP-01': 'A ticket can be opened by a form with questions.',
  'CHP-02':
    'A chat becomes a ticket when nobody is there or when it could not be settled, with what was said.',
  'CHP-03': 'A visitor leaves an e-mail address, and the matter goes on by mail.',
  'CHP-04': 'The aim is that everything is answered; what is not stays in sight.',
  'CHP-05': 'Each message is mailed to the customer and to the operators concerned.',
  'CHP-06': 'A ticket is a task with an owner, a due time and an end.',
  'CHP-07': 'Operators see whether a visitor is there, which pages they saw and what was said.',
  'CHP-08': 'A mail that answers finds its ticket and changes its state; no mail is lost.',
  'CHP-09': 'A survey follows the solution of a ticket.',
  'CHP-10': 'A quality index is computed from time to answer and satisfaction.',
  'CHP-11': 'All is kept and can be searched; a good reply can be made a shared one.',
  'CHP-12': 'A waiting ticket turns yellow after 18 hours and red after 24.',
  'CHP-13': 'Those hours are set in the ticket settings.',
  'CHP-14': 'Parts of the product are switched on or off per workspace.',
} as const;
