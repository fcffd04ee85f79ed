export { addAgent, type NewAgent } from './add-agent.ts';
export { normalEmail, normalPhone } from './addresses.ts';
export {
  type Agent,
  agentById,
  agentsOfDesk,
  findAgentByEmail,
  profileOf,
} from './agents.ts';
export { activeAgent, assignableAgent, type TicketPlace, unfitAt } from './assignable.ts';
export { contactFieldsOf } from './contact-fields.ts';
export { addressesOf, contactById } from './contacts.ts';
export { openDoors } from './doors.ts';
export { findContacts } from './find-contacts.ts';
export { closeFirstRun, ensureSetupToken } from './first-run.ts';
export { refuseUnknownOrganisation, segmentOfOrganisation } from './organisations.ts';
export { hashPassword } from './passwords.ts';
export { mountPeople } from './people-routes.ts';
export { isPublicMailDomain } from './public-mail-domains.ts';
export { type KnownContact, recogniseContact, type Stranger } from './recognise.ts';
export { mountSession } from './session-routes.ts';
export type { NotificationPreferences, Theme } from './tables.ts';
export { addTeam, type Team, teamById, teamsOfDesk } from './teams.ts';
export { tidySignIns } from './tidy-sign-ins.ts';
