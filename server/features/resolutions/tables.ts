interface Written {
  workspace_id: string;
  ticket_id: string;
  version: number;
  text: string;
  written_by: string;
  written_at: Date;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    /** `document` is a tsvector, which only the database reads. */
    resolutions: Written & { document: string };
    resolution_versions: Written;
  }
}

export {};
