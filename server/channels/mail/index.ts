// The only door of the mail channel.
export { mountImports } from './import/routes.ts';
export { mountArrivals } from './in/arrival-routes.ts';
export { isLoopSuspected } from './in/loop.ts';
export { startMailIn } from './in/mail-in.ts';
export { requeueStuck as requeueStuckMails } from './in/waiting-mail.ts';
export { type MailHands, openMailTasks, stopMailTasks } from './mail-tasks.ts';
export { addMailbox, type MailboxInput } from './mailboxes/mailbox.ts';
export { mountMailboxes } from './mailboxes/routes.ts';
export { alarmOfSending } from './mailboxes/sending-health.ts';
export { deliverySource } from './out/delivery-source.ts';
export { mountDevMail } from './out/dev-mail.tsx';
export { mountTemplates } from './templates/routes.ts';
