import type { Words } from '../shape/shape.ts'

/** Words of claiming a listing, of deciding on claims, and of the mails about them. */
export const claimsFr: Words['claims'] = {
  ask: 'C’est votre étude ? Prenez la fiche en main',
  form: {
    title: 'Prendre une fiche en main',
    lead: 'Pour les contacts que le registre indique. Les personnes qui demandent des nouvelles de votre étude arrivent alors à votre bureau, ici.',
    study: 'L’étude',
    site: 'De quoi répondez-vous ?',
    whole: 'De toute l’étude : son contact central',
    email: 'Votre adresse e-mail',
    emailHint: 'Exactement l’adresse que la fiche indique pour cette étude ou ce centre.',
    button: 'Envoyez-moi le lien',
    trap: 'Laissez ceci vide',
    promises: 'Comment cela se passe',
    promise: [
      'Si la fiche indique cette adresse, nous y envoyons un lien. Nous n’écrivons à aucune autre adresse.',
      'Ouvrez le lien et appuyez sur le bouton. La fiche est alors à vous.',
      'Si quelqu’un d’autre l’a déjà, les personnes qui gèrent ce site décident.',
      'Le contact a changé ? Changez d’abord la fiche au registre. Nous la reprenons à la prochaine lecture.',
    ],
    nobody:
      'La fiche n’indique aucune adresse e-mail, ni pour l’étude ni pour un de ses centres. Ajoutez-en une au registre, ou écrivez aux personnes qui gèrent ce site.',
  },
  sent: {
    title: 'Regardez votre boîte aux lettres',
    lead: 'Si la fiche indique cette adresse, un lien est en route.',
    steps: [
      'Il arrive en quelques minutes. Regardez aussi dans les indésirables.',
      'Le lien marche pendant 48 heures.',
      'Si rien ne vient, la fiche indique une autre adresse. Regardez les contacts sur la page de l’étude.',
    ],
  },
  prove: {
    title: 'Cette fiche est-elle la vôtre ?',
    text: (address) =>
      `Le registre indique ${address} comme contact. N’appuyez sur le bouton que si vous répondez de cette fiche.`,
    listing: 'La fiche',
    name: 'Votre nom',
    nameHint: 'Vos collègues voient ainsi qui a fait quoi.',
    button: 'Oui, j’en réponds',
    notYou: 'Si vous n’avez rien demandé, fermez cette page. Il ne se passe alors rien.',
  },
  granted: {
    title: 'La fiche est à vous',
    text: 'Vous êtes connecté. Vous voyez qui demande, et vous pouvez inviter vos collègues et leur confier des centres. La prochaine fois, connectez-vous avec cette adresse.',
    account: 'Vers votre compte',
  },
  waits: {
    title: 'Quelqu’un doit d’abord regarder cela',
    text: 'Nous avons votre demande. Les personnes qui gèrent ce site la regardent et vous écrivent.',
    reasons: {
      'former-contact': 'La fiche n’indique plus votre adresse.',
      'listing-gone': 'L’étude ou le centre n’est plus dans notre catalogue.',
      held: 'Quelqu’un d’autre a déjà cette fiche.',
      'two-claims': 'Quelqu’un d’autre demande aussi cette fiche.',
    },
  },
  closed: {
    done: 'Ce lien a déjà servi',
    doneText: 'Vous pouvez vous connecter avec la même adresse.',
    signIn: 'Se connecter',
    expired: 'Ce lien est trop ancien',
    expiredText:
      'Un lien marche pendant 48 heures. Demandez à nouveau la fiche sur la page de l’étude.',
    unknown: 'Ce lien ne mène nulle part',
    unknownText:
      'Il a peut-être été coupé en chemin. Copiez-le en entier depuis le courriel, ou demandez à nouveau la fiche.',
    search: 'Chercher l’étude',
  },
  problems: {
    noEmail: 'Tapez votre adresse e-mail.',
    email: 'Ce n’est pas une adresse e-mail. Écrivez-la comme nom@example.org.',
    noName: 'Tapez un nom sous lequel vos collègues vous connaissent.',
    longName: 'Utilisez au plus 80 caractères pour le nom.',
    site: 'Choisissez l’étude ou un de ses centres.',
  },
  admin: {
    title: 'Demandes de fiches',
    lead: 'Qui dit qu’une fiche est la sienne. La plupart sont accordées d’elles-mêmes : la boîte aux lettres que la fiche indique l’a prouvé.',
    waiting: 'En attente de votre décision',
    none: 'Aucune demande n’attend.',
    decided: 'Décidées',
    noneDecided: 'Aucune demande n’a encore été décidée.',
    who: 'Qui',
    listing: 'Fiche',
    whole: 'toute l’étude',
    gone: 'un centre que la fiche n’a plus',
    why: 'Pourquoi elle attend',
    proved: 'Prouvée (UTC)',
    at: 'Quand (UTC)',
    state: 'Décision',
    states: { granted: 'Accordée', refused: 'Refusée', undone: 'Annulée' },
    bySystem: 'd’elle-même',
    byOperator: 'par un gestionnaire',
    namedNow: 'La fiche indique maintenant :',
    namesNobody: 'personne',
    act: 'Décider',
    grant: 'Accorder',
    refuse: 'Refuser',
    undo: 'Annuler',
    of: (verb, who) => `${verb} : ${who}`,
    undoText:
      'Annuler met fin à tous les rôles venus de la demande, et aux sessions de ceux qui les avaient. Un courriel le leur dit.',
    did: {
      done: 'C’est fait. Un courriel le dit à qui l’a demandé.',
      gone: 'Cette demande a été décidée entre-temps. Rien n’a changé.',
    },
  },
  letters: {
    claim: (listing) => ({
      subject: 'Votre fiche sur Trialway',
      title: 'Répondez-vous de cette fiche ?',
      text: `Quelqu’un, sans doute vous, a demandé une fiche sur Trialway : ${listing}. Le registre indique cette adresse comme contact. Ouvrez la page et appuyez sur le bouton pour dire oui.`,
      button: 'Regarder et dire oui',
      limits:
        'Le lien marche pendant 48 heures. Si ce n’était pas vous, ne faites rien : il ne se passe alors rien.',
    }),
    granted: (listing) => ({
      subject: 'Votre fiche sur Trialway',
      title: 'La fiche est à vous',
      text: `Nous avons regardé votre demande pour ${listing}. Elle est accordée. Connectez-vous avec cette adresse.`,
      button: 'Se connecter',
      limits: 'Si vous ne l’avez pas demandée, dites-le en répondant à ce courriel.',
    }),
    refused: (listing) => ({
      subject: 'Votre demande sur Trialway',
      title: 'Votre demande n’a pas été accordée',
      text: `Nous avons regardé votre demande pour ${listing}. Nous n’avons pas pu l’accorder. Si le registre indique maintenant un autre contact, cette personne peut demander la fiche.`,
      button: 'Voir la fiche',
      limits: 'Si vous pensez que c’est une erreur, répondez à ce courriel.',
    }),
    undone: (listing) => ({
      subject: 'Votre demande sur Trialway',
      title: 'Votre demande a été annulée',
      text: `Vous n’avez plus la fiche ${listing}, et votre session est fermée. Si le registre indique maintenant un autre contact, cette personne peut demander la fiche.`,
      button: 'Voir la fiche',
      limits: 'Si vous pensez que c’est une erreur, répondez à ce courriel.',
    }),
  },
}
