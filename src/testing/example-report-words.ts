/** Why a mail was given up, and whether its address is to blame. */
export interface Reason {
  readonly kind: 'hard' | 'soft'
  readonly status: string
  readonly words: string
}

/** As mail servers give them. */
export const reasons: readonly Reason[] = [
  { kind: 'hard', status: '5.1.1', words: '550 5.1.1 The mailbox you wrote to is not here' },
  {
    kind: 'hard',
    status: '5.1.1',
    words: '550-5.1.1 That account cannot be found. Check for\n 550-5.1.1 mistakes in the address',
  },
  {
    kind: 'hard',
    status: '5.1.10',
    words: '550 5.1.10 RESOLVER.ADR.NotFound; not found by SMTP address lookup',
  },
  { kind: 'hard', status: '5.1.2', words: '553 5.1.2 There is no such domain' },
  { kind: 'hard', status: '5.1.3', words: '501 5.1.3 Bad address syntax' },
  { kind: 'hard', status: '5.1.6', words: '551 5.1.6 Has moved away, no forwarding address' },
  { kind: 'hard', status: '5.2.1', words: '550 5.2.1 This mailbox is switched off' },
  { kind: 'hard', status: '5.0.0', words: '550 5.1.1 Nobody of that name' },
  { kind: 'hard', status: '5.0.0', words: '550 User unknown' },
  { kind: 'hard', status: '5.0.0', words: '550 No such user here' },
  { kind: 'hard', status: '5.0.0', words: "550 L'adresse du destinataire est inconnue" },
  { kind: 'hard', status: '5.0.0', words: '550 Empfänger unbekannt' },
  { kind: 'hard', status: '5.0.0', words: '550 El usuario no existe' },
  { kind: 'hard', status: '5.1.0', words: '550 Unrouteable address' },
  { kind: 'soft', status: '5.7.1', words: '554 5.7.1 Refused because of what is in it' },
  { kind: 'soft', status: '5.7.26', words: '550 5.7.26 Sender is not authenticated (SPF, DKIM)' },
  { kind: 'soft', status: '5.2.2', words: '552 5.2.2 The mailbox is full' },
  { kind: 'soft', status: '4.2.2', words: '452 4.2.2 Over its quota' },
  { kind: 'soft', status: '5.3.0', words: '554 5.3.0 Something broke here' },
  { kind: 'soft', status: '5.4.1', words: '550 5.4.1 Recipient address rejected: Access denied' },
  { kind: 'soft', status: '4.4.7', words: '4.4.7 Delivery time expired' },
  { kind: 'soft', status: '5.0.0', words: '554 Message refused' },
  {
    kind: 'soft',
    status: '5.0.0',
    words: '550 Blocked: user unknown to our spam list, see our policy',
  },
  { kind: 'soft', status: '5.4.4', words: '550 5.4.4 Host 10.5.1.1 not found' },
]

/** For people, above what is for machines. */
export const notices: readonly string[] = [
  'Your message could not be delivered. It is attached below.',
  "Votre message n'a pas pu être remis à son destinataire.",
  'Ihre Nachricht konnte nicht zugestellt werden.',
  'No se ha podido entregar su mensaje.',
  'あなたのメッセージは配信できませんでした。',
]

/** As qmail gives them, in plain words. */
export const qmailReasons: readonly Reason[] = [
  { kind: 'hard', status: '', words: 'Sorry, no mailbox here by that name. (#5.1.1)' },
  {
    kind: 'hard',
    status: '',
    words:
      '192.0.2.5 does not like recipient.\nRemote host said: 550 5.1.1 unknown\nGiving up on 192.0.2.5.',
  },
  {
    kind: 'hard',
    status: '',
    words: 'Remote host said: 550 no such user\nGiving up on 192.0.2.5.',
  },
  { kind: 'soft', status: '', words: 'Connected to 192.0.2.5 but sender was rejected. (#5.7.1)' },
  { kind: 'soft', status: '', words: 'The mailbox is over its quota. (#5.2.2)' },
  {
    kind: 'soft',
    status: '',
    words: "I'm not going to try again; this message has been in the queue too long. (#4.4.3)",
  },
]

/** What absent people have sent, with words in it that bounces have. */
export const absences: readonly string[] = [
  'I am out of the office until Monday. Mail to me is not being read.',
  "Je suis absente jusqu'au lundi. Votre message n'a pas pu être lu : l'utilisateur est inconnu au bureau.",
  'Ich bin nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.',
  'Thank you, when was the study at 5.1.1 Main Street?',
]
