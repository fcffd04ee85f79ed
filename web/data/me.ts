// Who sits at this screen: what is kept in the browser is theirs alone, also when somebody else signs in afterwards.
let id = '';

/** To be called with the desk as it is loaded. */
export function setMe(agentId: string): void {
  id = agentId;
}

/** The id of the agent whose desk was loaded last, '' before. */
export const myId = (): string => id;
