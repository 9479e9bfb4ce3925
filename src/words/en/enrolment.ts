/** The pages on which somebody is enrolled in a study, and on which it stands who they are. */
export const enrolmentEn = {
  title: 'Enrol a participant',
  lead: 'From now on this person has a number. Their name stays on one page, which only those who treat them can open.',
  from: (caseNumber: string) =>
    `From the enquiry ${caseNumber}. What you know from it is filled in.`,
  place: 'Site',
  placeText: (site: string, number: string, study: string) => `${site} (${number}), ${study}`,
  choosePlace: 'Choose a site',
  closed: {
    title: 'Nobody can be enrolled here now',
    notApproved: (site: string) => `${site}: the approval has not begun, or has ended.`,
    noVersion: (site: string) => `${site}: no version of the protocol is in use there yet.`,
    locked: (site: string) => `${site}: the data of the study are frozen or locked.`,
    what: 'Ask the manager of the study.',
  },
  nowhere: {
    title: 'You cannot enrol anybody',
    text: 'Enrolling needs the role of coordinator or investigator at a site of a study that is run here. Ask the manager of the study.',
  },
  notReady: {
    title: 'Not from this enquiry yet',
    text: 'Write down first that you invited this person, or that they joined. Then you can enrol them.',
    back: 'To the enquiry',
  },
  notRun: 'The study of this enquiry is not run here, or not at this site.',
  name: 'Name of the participant',
  nameHint: 'The child’s own name. It is kept under lock, and appears in no list, file or mail.',
  email: 'E-mail',
  phone: 'Telephone',
  contact: 'Parents or guardians, and whom to call',
  language: 'Language',
  languages: { en: 'English', fr: 'French' },
  optional: 'may stay empty',
  button: 'Enrol',
  enrolled: (number: string) => `Enrolled as ${number}.`,
  enrolledNext:
    'Next: fill in the screening. Nothing is given before consent and the signature of an investigator.',
  dates: 'Print all dates',
  twice: {
    title: 'Already enrolled',
    text: (number: string) => `Somebody was enrolled from this enquiry already: ${number}.`,
    open: 'Open this participant',
  },
  problems: {
    place: 'Choose a site.',
    name: 'Write the name.',
    tooLong: (most: number) => `At most ${most} characters.`,
    email: 'This is no e-mail address. Correct it, or leave it empty.',
    notApproved:
      'This site may not enrol today: its approval has not begun, or has ended. Ask the manager of the study.',
    noVersion:
      'No version of the protocol is in use at this site yet. Ask the manager of the study.',
    locked: 'The data of the study are frozen or locked: nobody can be enrolled.',
  },
  onEnquiry: {
    title: 'Participation',
    enrol: 'Enrol in the study',
    enrolled: (number: string) => `Enrolled as ${number}`,
  },
  identity: {
    title: 'Who this is',
    lead: 'Only coordinators and investigators of this site see this page. It is in no export, no list and no mail.',
    made: 'Enrolled',
    enquiry: 'From the enquiry',
    change: 'Put it right',
    button: 'Keep',
    done: 'Kept.',
    same: 'Nothing was different.',
    changed:
      'Somebody else changed this page since you opened it. Look at what stands now, and type yours again.',
    history: 'What was put right',
    historyLine: (at: string, who: string, parts: string) => `${at}, ${who}: ${parts}`,
    before: 'before',
    after: 'after',
    formerly: 'somebody who is no longer here',
    erasure: 'They ask to be erased',
    erasureText:
      'A study must keep what it collected, by law and for the safety of others. So nothing is erased: that they ask is noted with the day. If they want to stop, record a withdrawal as well.',
    erasureButton: 'Note that they ask to be erased',
    erasureAsked: (day: string) =>
      `They asked to be erased on ${day}. The record is kept, because it must be.`,
    withdrawal: 'Record a withdrawal',
  },
}
