/**
 * What mails about a clock of safety say, in English. None names a participant, what happened, or how long the clock is,
 * because that would tell how bad it was: a mail is read on screens that others see.
 */
export const safetyMailEn = {
  title: 'A safety deadline',
  subjects: {
    begun: (study: string) => `${study}: a safety deadline has begun`,
    half: (study: string) => `${study}: half of a safety deadline is over`,
    last: (study: string) => `${study}: a safety deadline ends today`,
    over: (study: string) => `${study}: a safety deadline is over`,
  },
  texts: {
    begun: (site: string, by: string) =>
      `Something has to be reported for ${site}. It is in time until ${by}.`,
    half: (site: string, by: string) =>
      `Half of the time to report something for ${site} is over. It is in time until ${by}.`,
    last: (site: string, by: string) =>
      `Today is the last day to report something for ${site}. It is in time until ${by}.`,
    over: (site: string, by: string) =>
      `Something had to be reported for ${site} until ${by}, and nobody has written down that it was.`,
  },
  /** Somebody opened to which treatment a participant was allocated. */
  unblinded: {
    title: 'A treatment was opened in an emergency',
    subject: (study: string) => `${study}: a treatment was opened in an emergency`,
    text: (site: string) =>
      `An investigator of ${site} opened to which treatment a participant belongs, because of danger. Who, when and why stands in the history of the participant.`,
  },
  button: 'Open it on your desk',
  limits: 'What it is stands on your desk, and not in this mail. Sign in to read it.',
}
