export const timeEntries = {};
