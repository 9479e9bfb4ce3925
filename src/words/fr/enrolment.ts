import type { Words } from '../shape/shape.ts'

/** Les pages où l’on inclut quelqu’un dans une étude, et celle qui dit qui c’est. */
export const enrolmentFr: Words['enrolment'] = {
  title: 'Inclure un participant',
  lead: 'Dès maintenant, cette personne a un numéro. Son nom reste sur une seule page, que seuls ses soignants peuvent ouvrir.',
  from: (caseNumber) => `Depuis la demande ${caseNumber}. Ce que vous en savez est déjà rempli.`,
  place: 'Centre',
  placeText: (site, number, study) => `${site} (${number}), ${study}`,
  choosePlace: 'Choisissez un centre',
  closed: {
    title: 'Personne ne peut être inclus ici en ce moment',
    notApproved: (site) => `${site} : l’autorisation n’a pas commencé, ou elle est finie.`,
    noVersion: (site) => `${site} : aucune version du protocole n’y est encore utilisée.`,
    locked: (site) => `${site} : les données de l’étude sont gelées ou verrouillées.`,
    what: 'Demandez au responsable de l’étude.',
  },
  nowhere: {
    title: 'Vous ne pouvez inclure personne',
    text: 'Pour inclure, il faut être coordinateur ou investigateur dans un centre d’une étude menée ici. Demandez au responsable de l’étude.',
  },
  notReady: {
    title: 'Pas encore depuis cette demande',
    text: 'Notez d’abord que vous avez invité cette personne, ou qu’elle participe. Ensuite vous pourrez l’inclure.',
    back: 'Vers la demande',
  },
  notRun: 'L’étude de cette demande n’est pas menée ici, ou pas dans ce centre.',
  name: 'Nom du participant',
  nameHint:
    'Le nom de l’enfant lui-même. Il est gardé sous clé : il n’est dans aucune liste, aucun fichier, aucun message.',
  email: 'Adresse électronique',
  phone: 'Téléphone',
  contact: 'Parents ou tuteurs, et qui appeler',
  language: 'Langue',
  languages: { en: 'anglais', fr: 'français' },
  optional: 'peut rester vide',
  button: 'Inclure',
  enrolled: (number) => `Inclus sous le numéro ${number}.`,
  enrolledNext:
    'Ensuite : remplissez l’examen de sélection. Rien n’est donné avant le consentement et la signature d’un investigateur.',
  dates: 'Imprimer toutes les dates',
  twice: {
    title: 'Déjà inclus',
    text: (number) => `Quelqu’un a déjà été inclus depuis cette demande : ${number}.`,
    open: 'Ouvrir ce participant',
  },
  problems: {
    place: 'Choisissez un centre.',
    name: 'Écrivez le nom.',
    tooLong: (most) => `Au plus ${most} caractères.`,
    email: 'Ce n’est pas une adresse électronique. Corrigez-la, ou laissez ce champ vide.',
    notApproved:
      'Ce centre ne peut inclure personne aujourd’hui : son autorisation n’a pas commencé, ou elle est finie. Demandez au responsable de l’étude.',
    noVersion:
      'Aucune version du protocole n’est encore utilisée dans ce centre. Demandez au responsable de l’étude.',
    locked: 'Les données de l’étude sont gelées ou verrouillées : personne ne peut être inclus.',
  },
  onEnquiry: {
    title: 'Participation',
    enrol: 'Inclure dans l’étude',
    enrolled: (number) => `Inclus sous le numéro ${number}`,
  },
  identity: {
    title: 'Qui est-ce',
    lead: 'Seuls les coordinateurs et les investigateurs de ce centre voient cette page. Rien n’en sort dans un export, une liste ou un message.',
    made: 'Inclus',
    enquiry: 'Depuis la demande',
    change: 'Rectifier',
    button: 'Garder',
    done: 'C’est gardé.',
    same: 'Rien n’était différent.',
    changed:
      'Quelqu’un d’autre a changé cette page depuis que vous l’avez ouverte. Regardez ce qui y est écrit, puis retapez le vôtre.',
    history: 'Ce qui a été rectifié',
    historyLine: (at, who, parts) => `${at}, ${who} : ${parts}`,
    before: 'avant',
    after: 'après',
    formerly: 'quelqu’un qui n’est plus ici',
    erasure: 'La personne demande à être effacée',
    erasureText:
      'Une étude doit garder ce qu’elle a recueilli : la loi et la sécurité des autres le demandent. Rien n’est donc effacé : la demande est notée avec le jour. Si la personne veut arrêter, notez aussi un retrait.',
    erasureButton: 'Noter que la personne demande à être effacée',
    erasureAsked: (day) =>
      `La personne a demandé à être effacée le ${day}. Le dossier est gardé, parce qu’il doit l’être.`,
    withdrawal: 'Noter un retrait',
  },
}
