import { counter } from '../language/plural.ts'

const count = counter('en')

/** Words of the page that matches a note or a record. `{name}` marks a place that is filled in. */
export const matchEn = {
  link: 'Match a record',
  title: 'Match a patient’s record',
  intro:
    'For doctors and nurses. Paste a clinical note in English or French, or a FHIR Bundle. You get studies in order of fit, and the sentence behind each finding.',
  languages: 'The note must be in English or French. Other languages cannot be read yet.',
  privacy:
    'The text is read once, to answer you. It is not kept and not logged. Leave out names, addresses and numbers of the person all the same.',
  rules:
    'Fixed rules read the text: no model, no other service. They can misread it. Check what was read.',
  onlyTeam: 'Only the study team decides who can join.',
  note: 'Note or FHIR Bundle',
  noteHint:
    'At most one megabyte. Of a long note, the first 200,000 signs are read: some seventy pages.',
  file: 'Or a file (text or JSON)',
  onlyOpen: 'Only studies that look for people',
  submit: 'Find studies',
  problems: {
    empty: 'Paste a note or a FHIR Bundle, or choose a file.',
    notText: 'This file is not text. Save it as plain text or JSON, or paste its words.',
    notForm: 'What was sent could not be read. Please paste the text here.',
    bundle: {
      intro: 'This could not be read as a FHIR Bundle:',
      leftOut: 'What was not read',
      named: (names: string) => `: ${names}`,
      times: (amount: number) => `(${amount} times)`,
      /** Sentences without their full stop: names may follow. */
      kinds: {
        notJson: 'This is not JSON. A FHIR Bundle must be sent whole',
        notRecord: 'This is not a FHIR Bundle: it has no resourceType',
        notBundle:
          'This is a single FHIR resource, not a Bundle. Put it in a Bundle with the Patient',
        notList: 'The entries of this Bundle are not a list of resources',
        empty: 'The Bundle is empty. It needs a Patient and what is known',
        severalPeople:
          'The Bundle holds more than one Patient, and does not say who is meant. Give one person at a time',
        noPatient: 'There is no Patient in it: age and sex are not known',
        otherPeople: 'There is more than one Patient. Only what is said of this one was read',
        whose: 'It is about somebody else, or does not say about whom: left out',
        birthDate: 'The date of birth cannot be read, or is in the future: the age is not known',
        tooMany: 'There was too much: the rest was not read',
        morePages: 'This is one page of several. The next pages were not read',
        shape: 'It is not of the shape FHIR gives it: left out',
        modifier:
          'It has a mark that may turn its meaning round, and that is not known here: left out',
        reference: 'It points to something that is not there',
        code: 'A code without words is not known here',
        disease: 'This illness is not in our list. Only its words count',
        medicine: 'This medicine is not in our list. Only its words count',
        measure: 'Values of this kind are not read',
        unit: 'The unit is missing or not known: the value is compared with nothing',
        value: 'The value is not a number: it is compared with nothing',
        status: 'Its status is missing or not known: it may be so or not',
        date: 'The date cannot be: it was not used',
        conflict: 'Two statements of the same time differ: neither was used',
        old: 'This was said too long ago to count for today',
        type: 'Resources of this type are not read',
        narrative: 'It has only free text, which is not read',
        nothing: 'It does not say what it is about',
        more: 'There was more that was not read',
      },
    },
  },
  tooLarge: {
    title: 'That was too much text',
    text: 'A note or a Bundle may be one megabyte. Nothing was kept. Send the last letter, or a smaller Bundle.',
    again: 'Start again',
  },
  slow: {
    title: 'This took too long',
    text: 'Our computer may be very busy, or the note is very long. We stopped, and kept nothing. Go back with your browser: what you wrote should still be in its box. Send it once more. If this page comes again, send only the last letter.',
  },
  result: {
    title: 'Studies for this record',
    read: 'What was read',
    languages: 'Notes are read in English and French only.',
    notUnderstood: (amount: number) =>
      amount === 1 ? 'One sentence was not understood' : `${amount} sentences were not understood`,
    notUnderstoodHint:
      'What they say counts for nothing here. A rule that they may touch is “not known”.',
    inArea: (area: string) =>
      `Of each study we name a site in ${area}, if it has one there. Type a town or a postcode to see distances.`,
    area: 'In that area',
    notInArea: 'No site is there',
    placeTooWide: (place: string) =>
      `${place} is too wide to measure distances from. Write a town or a postcode.`,
    readHint: 'If something here is wrong or missing, the list is too.',
    age: 'Age',
    sex: 'Sex',
    female: 'Female',
    male: 'Male',
    present: 'Has or had',
    absent: 'Has not',
    measures: 'Values',
    treatments: 'Treatments',
    allergies: 'Allergies',
    unread: (amount: number) =>
      `This is a long text. We read its first part only: the last ${amount} signs (or entries of a Bundle) were not read.`,
    otherLanguage:
      'This text was not read: it seems to be in neither English nor French. What is shown here says nothing of the person.',
    none: 'No study was found.',
    noneHint:
      'Write which illness the person has, in English or French. Abbreviations alone are often not enough.',
    found: (total: number) => count(total, { one: 'study', other: 'studies' }),
    order: 'The best fit comes first. Age and sex always fit, or are not known.',
    counts: (met: number, presumed: number, against: number, unknown: number) =>
      `${met} ${met === 1 ? 'fits' : 'fit'} · ${presumed} taken as clear, to confirm · ${against} against · ${unknown} not known`,
    details: 'Each rule, and the sentence behind it',
    groups: {
      met: 'Fits',
      presumed: 'Nothing is said of it: taken as clear, to confirm with the site',
      against: 'Speaks against',
      unknown: 'Not known',
    },
    limits: { age: 'Age limits of the study', sex: 'Sex the study takes' },
    evidence: 'Because:',
    byRule: {
      'asks nothing': 'It asks nothing of a person.',
      'another sex': 'It is asked of the other sex.',
      'not at this age': 'It is not asked at this age.',
      pregnancy: 'From what is said on sex, age and pregnancy.',
      'stated will': 'From what is said on taking part.',
      'stated facts': 'From what is said.',
      'all of it is said': 'The record says all of it.',
      'limits differ':
        'The study’s own limits of age and sex do not say this. It may be asked of one group only.',
      'near what the person has': 'The record speaks of something near it: look yourself.',
      'tests not given': 'It needs a test that the record does not give.',
      'only the site can tell': 'Only the site can tell.',
      'presumed clear': 'Nothing is said of it. Taken as clear; to confirm.',
      'nothing said': 'Nothing is said of it.',
    } as Readonly<Record<string, string>>,
    resource: '(from {resource})',
    check: 'Check one by one',
    again: 'Match another record',
    printHint: 'This page exists only here. Print it if you need it.',
    print: 'Print this page',
  },
}
