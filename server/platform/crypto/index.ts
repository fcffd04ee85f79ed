export { openSecrets, type Secrets } from './secrets.ts';
export { hashToken, newToken } from './tokens.ts';
