export {
  checkOrigin,
  cookieName,
  csrfToken,
  type Door,
  type Doors,
  enter,
  type Member,
  type SignedIn,
  setSessionCookie,
} from './doors.ts';
export { forgetAnswers } from './idempotency.ts';
export {
  type Mount,
  mountInWorkspace,
  mountOutside,
  mountTransfers,
  type Outside,
  type Visit,
} from './mount.ts';
export { serveApiDocument } from './openapi.tsx';
export { buildHttp, type Http } from './server.ts';
export { serveWeb } from './web.ts';
