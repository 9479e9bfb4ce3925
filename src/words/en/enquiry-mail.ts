/**
 * What mails about enquiries say, in English. None names an illness, a study or what was written: a mail is read on screens
 * that others see.
 */
export const enquiryMailEn = {
  /** In what follows `number` is that of the enquiry, `site` the name of the place, and `by` a day and an hour. */
  someSite: 'the study site',
  confirm: {
    subject: 'Please confirm your message',
    title: 'Is this your address?',
    text: 'Somebody, probably you, used Trialway to write to a study team and gave this address for the answer. Open the page and press the button to send the message.',
    button: 'Look and send it',
    limits:
      'The link works for 48 hours. If it was not you, do nothing: then nothing is sent, and what was typed is deleted.',
  },
  site: {
    subject: (number: string) => `New enquiry ${number}`,
    title: (number: string) => `Enquiry ${number}`,
    text: (site: string, by: string) =>
      `Somebody asks ${site} whether they can take part. Please give your first answer by ${by}.`,
    button: 'Open the enquiry',
    limits: (number: string) =>
      `Case ${number}. What was written is on your desk, and not in this mail. Sign in to read it.`,
  },
  news: {
    subject: (number: string) => `More on enquiry ${number}`,
    text: (site: string) => `There is something new to read in an enquiry to ${site}.`,
  },
  soon: {
    subject: (number: string) => `Enquiry ${number}: your answer is due soon`,
    text: (site: string, by: string) =>
      `Somebody who asked ${site} was promised an answer by ${by}. One step on your desk is an answer: a call, a question, or a no.`,
  },
  due: {
    subject: (number: string) => `Enquiry ${number}: your answer is due now`,
    text: (site: string, by: string) =>
      `Somebody who asked ${site} was promised an answer by ${by}. If there is none in the next hours, we tell them so and show them other ways.`,
  },
  manager: {
    subject: (number: string) => `Enquiry ${number} has no answer`,
    text: (site: string, by: string) =>
      `Somebody who asked ${site} was promised an answer by ${by}, and got none. You look after this site: please answer, or ask somebody there to.`,
  },
  again: {
    subject: (number: string) => `Enquiry ${number} still has no answer`,
    text: (site: string, by: string) =>
      `Somebody who asked ${site} still waits. The answer was promised by ${by}. A short no is better than silence.`,
  },
  seeker: {
    sent: {
      subject: (number: string) => `Your message ${number} was sent`,
      title: 'Your message was sent',
      text: (site: string, by: string) =>
        `Your message is with ${site}. They promised to answer by ${by}. If they do not, we write to you.`,
      /** Where the site is not on Trialway. */
      introduced: (site: string, by: string) =>
        `We passed word of your message to ${site}. They are new to Trialway, so it may take longer. If you hear nothing by ${by}, we write to you.`,
    },
    change: {
      subject: (number: string) => `News on your message ${number}`,
      title: 'There is news on your message',
      text: (site: string) =>
        `${site} has dealt with your message. Open your page to see what is new.`,
    },
    late: {
      subject: (number: string) => `Your message ${number} has no answer yet`,
      title: 'No answer yet',
      text: (site: string) =>
        `${site} has not answered in the time that was promised. We are sorry. We asked them again. Your page shows what you can do now.`,
      /** Where the site is not on Trialway: it promised nothing, and is not asked again. */
      introduced: (site: string) =>
        `${site} has not answered by the day that we asked for. They had promised nothing, and you need not wait. Your page shows what you can do now.`,
      other: (site: string) => `Another place for you to ask: ${site}.`,
    },
    waiting: {
      subject: (number: string) => `Your message ${number}: still no answer`,
      title: 'Still no answer',
      text: (site: string) =>
        `${site} has still not answered. We ask them once a week. You need not wait: your page shows other ways.`,
      introduced: (site: string) =>
        `${site} has still not answered. You need not wait: your page shows other ways.`,
    },
    ended: {
      subject: (number: string) => `We closed your message ${number}`,
      title: 'We closed your message',
      text: (site: string) =>
        `${site} did not answer, and we stopped asking. This says nothing about you. Your page shows other ways.`,
      introduced: (site: string) =>
        `${site} did not answer. This says nothing about you. Your page shows other ways.`,
    },
    over: {
      subject: (number: string) => `We closed your message ${number}`,
      title: 'This study takes nobody at present',
      text: (site: string) =>
        `The study at ${site} does not take people at present, so we closed your message. This says nothing about you. Your page shows other ways.`,
    },
    unsent: {
      subject: (number: string) => `Your message ${number} could not be sent`,
      title: 'Your message could not be sent',
      text: (site: string) =>
        `We could not send your message to ${site}, so nobody there has read it. Your page says why, and shows other ways.`,
    },
    /** Several at once. */
    several: {
      subject: (count: number) => `News on ${count} of your messages`,
      title: 'There is news on your messages',
      item: (number: string) => `Message ${number}`,
      limits:
        'Keep this mail to yourself: who has a link can see that message. If you are ill now, do not wait for an answer: ask your doctor.',
    },
    button: 'Open your page',
    limits: (number: string) =>
      `Message ${number}. Keep this mail to yourself: who has the link can see your message. If you are ill now, do not wait for an answer: ask your doctor.`,
  },
  introduction: {
    subject: (number: string) => `Somebody would like to reach your site (${number})`,
    title: 'Somebody would like to reach your site',
    text: (site: string, number: string) =>
      `Somebody asks ${site} whether they can take part in a study that you run there. Their message is kept for you under the number ${number}. Claim your page on Trialway to read and answer it. It is free.`,
    button: 'Claim your page and read it',
    limits: (contact: string) =>
      `You get this mail because the public registry ClinicalTrials.gov names this address as the contact of your site. If you want no more of these mails, write “stop” to ${contact}, and none will come again.`,
    /** Where the operator gave no address. */
    operator: (site: string) => `the people who run ${site}`,
  },
}
