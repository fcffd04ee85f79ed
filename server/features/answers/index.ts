// What agents write once and use often.
export { addCannedReply, type CannedContent, cannedRepliesOf } from './canned.ts';
export { mountAnswers } from './routes.ts';
