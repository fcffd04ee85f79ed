export { type NewDelivery, queueDelivery, sendJob } from './queue.ts';
export { claimDelivery, type DeliveryRow, retryDelivery, settleDelivery } from './settle.ts';
export type { DeliveriesTable } from './tables.ts';
