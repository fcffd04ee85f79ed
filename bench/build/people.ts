// Contacts and organisations: one contact to four tickets, one organisation to twenty contacts.
import type pg from 'pg';

/** When the workspace begins; its tickets are spread evenly from there to now. */
export const begins = `(select now() - interval '3 years')`;

export interface People {
  contacts: number;
  organisations: number;
}

/** How many people a desk with so many tickets knows. */
export function peopleFor(tickets: number): People {
  const contacts = Math.max(10, Math.round(tickets / 4));
  return { contacts, organisations: Math.max(2, Math.round(contacts / 20)) };
}

/** Adds contacts with their addresses, and organisations with their domains; four contacts in ten belong to one. */
export async function addPeople(owner: pg.Client, workspaceId: string, people: People): Promise<void> {
  await owner.query(`
    create temp table bench_organisations as
      select n, pg_temp.id(timestamptz '2023-01-01', 'organisation' || n) as id from generate_series(1, ${people.organisations}) n;
    create temp table bench_contacts as
      select n, pg_temp.id(timestamptz '2023-01-01', 'contact' || n) as id,
        case when n % 2 = 0 then 'fr' else 'en' end as language,
        (array['Camille','Zoé','Inès','Hélène','Noël','Emma','Oliver','Amelia','Jack','Grace','Aurélie','Théo'])[1 + floor(pg_temp.roll(n, 1) * 12)::int]
          || ' ' || initcap((select split_part(s.text, ' ', 2) from bench_sentences s where s.language = 'fr' and s.n = 1 + g.n % 29000))
          as name,
        case when pg_temp.roll(n, 2) < 0.4 then 1 + floor(pg_temp.roll(n, 3) * ${people.organisations})::int end as organisation
      from generate_series(1, ${people.contacts}) g (n);
    alter table bench_contacts add primary key (n);
    analyze bench_contacts;

    insert into organisations (workspace_id, id, name)
      select '${workspaceId}', id, 'Organisation ' || n from bench_organisations;
    insert into organisation_domains (workspace_id, domain, organisation_id)
      select '${workspaceId}', 'organisation-' || n || '.example', id from bench_organisations;
    insert into contacts (workspace_id, id, name, visitor_id, language, organisation_id)
      select '${workspaceId}', c.id, c.name, 'V-' || c.n, c.language, o.id
      from bench_contacts c left join bench_organisations o on o.n = c.organisation;
    insert into contact_addresses (workspace_id, kind, value, contact_id)
      select '${workspaceId}', 'email',
        'contact-' || n || coalesce('@organisation-' || organisation || '.example', '@home.example'), id
      from bench_contacts;
  `);
}
