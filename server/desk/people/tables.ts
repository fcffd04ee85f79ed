import type { ColumnType } from 'kysely';
import type { Language } from '../../../contract/fields.ts';
import type { Role } from '../../../contract/rights.ts';
import type { contactFieldKinds } from '../../../contract/routes/workspaces.ts';

type Made = ColumnType<Date, Date | undefined, never>;
type Json<T> = ColumnType<T, string | undefined, string>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export type Theme = 'system' | 'light' | 'dark';
export interface NotificationPreferences {
  assigned: boolean;
  customerReplied: boolean;
  /** Missing where it was never chosen: then yes. */
  mentioned?: boolean;
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    installation: { key: string; value: Json<Record<string, unknown>>; updated_at: Defaulted<Date> };
    identities: {
      id: string;
      /** Lower case. */
      email: string;
      name: string;
      password_hash: string | null;
      is_operator: Defaulted<boolean>;
      created_at: Made;
    };
    sessions: {
      token_hash: Buffer;
      id: string;
      identity_id: string;
      created_at: Date;
      last_seen_at: Date;
      expires_at: Date;
      address: string;
      device: string;
    };
    password_resets: { token_hash: Buffer; identity_id: string; expires_at: Date; used_at: Date | null };
    throttles: { key: string; window_started_at: Date; attempts: number };
    memberships: { identity_id: string; workspace_id: string };
    agents: {
      workspace_id: string;
      id: string;
      identity_id: string;
      name: string;
      email: string;
      role: Role;
      language: Language;
      theme: Defaulted<Theme>;
      signature_html: Defaulted<string>;
      notifications: Json<NotificationPreferences>;
      disabled_at: Date | null;
      sees_all_folders: Defaulted<boolean>;
      preferences: Json<Record<string, unknown>>;
      created_at: Made;
    };
    agent_folders: { workspace_id: string; agent_id: string; folder_id: string };
    invitations: {
      workspace_id: string;
      id: string;
      email: string;
      role: Role;
      token_hash: Buffer;
      invited_by: string;
      created_at: Date;
      expires_at: Date;
      accepted_at: Date | null;
    };
    teams: { workspace_id: string; id: string; name: string; created_at: Made };
    team_members: { workspace_id: string; team_id: string; agent_id: string };
    organisations: {
      workspace_id: string;
      id: string;
      name: string;
      /** The name as it is looked for, kept by a trigger. */
      plain_name: ColumnType<string, never, never>;
      segment_id: Defaulted<string | null>;
      created_at: Made;
    };
    organisation_domains: { workspace_id: string; domain: string; organisation_id: string };
    contacts: {
      workspace_id: string;
      id: string;
      name: string;
      visitor_id: string;
      location: Defaulted<string>;
      language: Language;
      organisation_id: string | null;
      fields: Json<Record<string, string | number>>;
      notes: Defaulted<string>;
      created_at: Made;
    };
    contact_fields: {
      workspace_id: string;
      id: string;
      name: string;
      kind: (typeof contactFieldKinds)[number];
      choices: Defaulted<string[]>;
      position: Defaulted<number>;
      created_at: Made;
    };
    contact_addresses: {
      workspace_id: string;
      kind: 'email' | 'phone';
      value: string;
      contact_id: string;
      created_at: Made;
    };
  }
}
