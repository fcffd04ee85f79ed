export { type NewDelivery, queueDelivery, sendJob } from './queue.ts';
export {
  claimDelivery,
  type DeliveryReport,
  type DeliveryRow,
  reportDelivery,
  retryDelivery,
  settleDelivery,
} from './settle.ts';
export type { DeliveriesTable } from './tables.ts';
