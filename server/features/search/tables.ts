declare module '../../platform/db/database.ts' {
  interface Tables {
    ticket_documents: {
      workspace_id: string;
      ticket_id: string;
      last_message_at: Date;
      /** A tsvector, which only the database reads. */
      document: string;
    };
  }
}

export {};
