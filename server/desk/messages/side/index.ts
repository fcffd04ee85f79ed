export { receiveAside } from './receive.ts';
export { mountSide } from './routes.ts';
export { sendAside } from './send.ts';
export { lastWriterIn, sideOfMessage } from './sides.ts';
