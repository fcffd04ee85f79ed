/** Statuses, replying and following up. */
export const statuses = {
  'LUM-01': 'A ticket is always in exactly one state, shown on the ticket and in every list.',
  'LUM-02':
    'New lasts until the first public reply of an agent; assigning, tagging or a note does not end it.',
  'LUM-03': 'A public reply makes the ticket pending, unless the agent chooses otherwise when sending.',
  'LUM-04': 'A message of the customer makes an answered ticket open: our turn, not yet settled.',
  'LUM-05': 'Closed means solved, whether an agent or the customer said so.',
  'LUM-06': 'A ticket that waits for the customer is followed up after three weeks; the delay can be set.',
  'LUM-07':
    'The follow-up asks by mail whether the problem is solved, answered by a signed link without signing in.',
  'LUM-08':
    'Yes closes the ticket (or leaves that to the agent, by setting); no opens it again with a comment.',
  'LUM-09': 'A ticket pending for a calendar month is closed by the clock; the time can be set.',
  'LUM-10':
    'Seven days before that closing the customer is told by mail that the request still waits for them.',
  'LUM-11': 'A pending ticket shows the day it will close, and leaves the working lists on that day.',
  'LUM-12': 'Each status has a lifetime of its own and what happens at its end.',
  'LUM-13': 'An agent closes a ticket by hand once the customer is content.',
  'LUM-14': 'Tickets without an answer are always in sight, as a list and as a count.',
  'LUM-15': 'Customers see the state of their request by themselves, on a page and in mails.',
  'LUM-16': 'A status is known at a glance by word and colour, and counted per agent for those who lead.',
  'LUM-17': 'The reply is written below the conversation.',
  'LUM-18': 'A reply can have headings, bold, lists, quotes and links.',
  'LUM-19':
    'A reply can hold pictures, moving GIFs, PDF files, a YouTube video (a thumbnail in the mail) and links.',
  'LUM-20': 'Files are attached just below the text, in a reply and in a new ticket.',
  'LUM-21': 'A file may have 8 MB by default; the limit is said on the screen and held by the server.',
  'LUM-22': 'While a colleague writes on the same ticket, a warning with their name stands above the text.',
  'LUM-23': 'A reply is held back when another public message has come since it was begun, until confirmed.',
  'LUM-24': 'In the list, a red bar marks at once every ticket that a colleague has open.',
  'LUM-25': 'At the right of a ticket: assignee, folder, information, history and tags.',
  'LUM-26': 'Tags are kept in the settings, where new ones are added.',
  'LUM-27': 'Agents put tags of the catalogue on a ticket, several if they like.',
  'LUM-28': 'Agents and administrators create tickets and assign them.',
  'LUM-29': 'Every ticket lies in a folder, chosen at creation or later.',
  'LUM-30': 'An assignee is found by typing an e-mail address or a name.',
  'LUM-31': 'An agent who is given a ticket hears of it by mail.',
  'LUM-32': 'A ticket created by an agent has rich text and files.',
  'LUM-33': 'A ticket tells who did what to it, and when.',
  'LUM-34':
    'Internal notes reach no customer by any way: mail, quote, portal, search, export or notification.',
  'LUM-35': 'Agents are invited and disabled by an administrator.',
  'LUM-36': 'Rights are given per agent, down to single folders and tickets.',
} as const;
