// The pages' policy lets no text become HTML or script by itself (S12). Libraries that set style texts and parse pasted
// HTML go through this one door: what looks like HTML is sanitised, code never passes.
import DOMPurify from 'dompurify';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createHTML: text => (text.includes('<') ? DOMPurify.sanitize(text) : text),
});
