export const resolutions = {};
