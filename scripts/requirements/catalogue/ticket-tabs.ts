/** The tabs of a ticket: history, approval, resolution, activity, time, attachments. */
export const ticketTabs = {
  'ZOH-01': 'A ticket has tabs: conversation, history, approval, resolution, activity, time and attachments.',
  'ZOH-02': 'History holds all that happened to the ticket, and can be narrowed to one kind of actor.',
  'ZOH-02a': 'History holds what agents did: edits, replies, changes of owner.',
  'ZOH-02b': 'History holds what concerns the customer, such as mail received and notices delivered.',
  'ZOH-02c': 'History holds what the desk did by itself, naming the rule and what it changed.',
  'ZOH-03': 'An agent can ask a chosen person to approve something on a ticket.',
  'ZOH-04':
    'The approver decides from a mail by a safe link, with a reason when refusing; the asker is told.',
  'ZOH-05': 'A closed ticket takes a description of how it was solved.',
  'ZOH-06': 'Resolutions can be searched and are suggested on similar tickets.',
  'ZOH-07': 'A resolution is saved, or saved and made a draft article without personal data.',
  'ZOH-08': 'A box, empty by default, tells the contact of the resolution.',
  'ZOH-09': 'A ticket has at most one resolution; saving again edits it and keeps the earlier text.',
  'ZOH-10': 'A ticket has activities of three kinds: task, call, event.',
  'ZOH-11': 'An activity is added by choosing its kind, filling in and submitting.',
  'ZOH-12': 'Whoever creates an activity owns it; only a person can change that.',
  'ZOH-13': 'An activity with an exact date can remind by SMS, mail or pop-up.',
  'ZOH-14': 'Only an activity that lies ahead can have a reminder, in the zone of its owner.',
  'ZOH-15': 'An activity is completed with one click beside it.',
  'ZOH-16':
    'Time spent is noted per ticket, reported per team, agent and customer, and exported for billing.',
  'ZOH-17': 'Files can be kept with a ticket without being sent.',
  'ZOH-18': 'The attachments tab lists every file of the ticket, those of its messages too.',
} as const;
