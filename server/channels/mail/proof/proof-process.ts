import type { Origin, Proof } from './proof.ts';

export interface ProofJob {
  id: number;
  raw: Uint8Array;
  /** The Authentication-Results of the mail, topmost first. */
  fields: string[];
  origin: Origin;
  host: string;
  servers: string[] | null;
}

/** null: it could not be checked. */
export interface ProofReply {
  id: number;
  proof: Proof | null;
}
