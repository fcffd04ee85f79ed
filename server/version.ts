/** The product's version, as /api and the logs tell it. */
export const version = '0.1.0';
