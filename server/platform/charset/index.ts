export { decodeText, isUtf8 } from './charset.ts';
