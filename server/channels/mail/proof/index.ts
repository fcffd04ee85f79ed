// Who really sent a mail: SPF, DKIM, DMARC (S5, S8).
export { type Origin, type Proof, unproved } from './proof.ts';
export { createProver, type Prover } from './prover.ts';
