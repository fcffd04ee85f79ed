// What agents ask others to approve on a ticket, and what these said (ZOH-03, ZOH-04, D-17).
export { askApproval, editApproval, remindApprovers, withdrawApproval } from './ask.ts';
export { decide, delegate, expireApprovals } from './decide.ts';
export { mountApprovals } from './routes.ts';
