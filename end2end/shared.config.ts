// What holds for every suite, whatever it opens.

export const shared = {
  fullyParallel: true,
  workers: 2,
  // On a busy machine a browser now and then loses a press. Whatever needs its second try is named at the end.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
};
