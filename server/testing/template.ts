export const templateName = 'guichet_template';
export const appRole = 'guichet_test_app';
export const appPassword = 'only-for-tests';
