import type { Words } from '../shape/shape.ts'

/** Words of signing in, and of one's own account. */
export const accountFr: Words['account'] = {
  signIn: {
    title: 'Se connecter',
    lead: 'Pour les équipes des études et pour ceux qui gèrent ce service.',
    patients:
      'Vous cherchez une étude pour vous ou votre enfant ? Vous n’avez pas besoin de compte. Cherchez, c’est tout.',
    search: 'Chercher une étude',
    email: 'Votre adresse e-mail',
    emailHint:
      'Celle que votre équipe a invitée, ou celle que le registre indique pour votre étude.',
    button: 'Envoyez-moi un lien pour me connecter',
    fresh: 'Ce que vous voulez faire est important. Montrez une fois encore que c’est bien vous.',
    signedIn: (name) => `Votre session est ouverte au nom de ${name}.`,
    goOn: 'Continuer',
  },
  institution: {
    button: (name) => `Se connecter avec ${name}`,
    text: (name) =>
      `Vous avez un compte chez ${name} ? Vous vous connectez là-bas, puis vous revenez ici.`,
    going: (name) => `Vers ${name}`,
    goingText: 'Connectez-vous là-bas. Vous revenez ensuite ici, sans rien faire.',
    goingLink: (name) => `Si rien ne se passe, continuez vers ${name}`,
    problems: {
      over: () =>
        'Cette connexion est terminée. Elle a pris plus de 10 minutes, elle a déjà servi, ou elle a commencé dans un autre navigateur. Recommencez ici.',
      stopped: (name) =>
        `Vous n’êtes pas connecté chez ${name}. Essayez à nouveau, ou passez par un autre moyen de cette page.`,
      away: (name) =>
        `${name} ne répond pas en ce moment. Rien n’a changé. Réessayez dans quelques minutes, ou passez par un autre moyen de cette page.`,
      refused: (name) =>
        `Ce que ${name} nous a envoyé n’est pas comme il faut. Personne n’a donc été connecté. Essayez à nouveau, ou passez par un autre moyen de cette page. Si cela continue, dites-le à ceux qui gèrent ce site.`,
      noAccount: () =>
        'Il n’y a pas de compte ici pour vous. Demandez une invitation à la personne qui gère votre centre.',
      notFresh: (name) =>
        `${name} ne dit pas que vous venez de vous connecter à nouveau. Passez par un autre moyen de cette page.`,
    },
  },
  sent: {
    title: 'Regardez votre boîte aux lettres',
    lead: 'Si cette adresse a un compte, un lien est en route.',
    steps: [
      'Il arrive en quelques minutes. Regardez aussi dans les indésirables.',
      'Le lien marche une seule fois, pendant 20 minutes.',
      'Nous envoyons au plus trois courriels de ce type par heure, et six par jour.',
      'Si rien ne vient, cette adresse n’a pas de compte, ou elle a été mal tapée. Un collègue qui gère votre étude peut vous inviter.',
    ],
    again: 'Essayer à nouveau',
  },
  link: {
    title: 'Se connecter',
    text: (name) => `Vous vous connectez au nom de ${name}.`,
    button: 'Se connecter maintenant',
    notYou: 'Si ce n’est pas vous, fermez cette page.',
  },
  closed: {
    done: 'Ce lien a déjà servi',
    doneText:
      'Chaque lien marche une fois. S’il ne vous a pas fait entrer, demandez-en un nouveau.',
    expired: 'Ce lien est trop ancien',
    expiredText: 'Un lien marche pendant 20 minutes. Demandez-en un nouveau.',
    unknown: 'Ce lien ne mène nulle part',
    unknownText:
      'Il a pu être coupé en chemin. Copiez-le en entier depuis le courriel, ou demandez-en un nouveau.',
    again: 'Se connecter',
  },
  problems: {
    noEmail: 'Tapez votre adresse e-mail.',
    email: 'Ce n’est pas une adresse e-mail. Écrivez-la comme nom@example.org.',
    noName: 'Tapez le nom sous lequel vos collègues vous connaissent.',
    longName: 'Le nom peut avoir 80 caractères au plus.',
  },
  self: {
    title: 'Votre compte',
    lead: (address) => `Vous vous connectez avec ${address}.`,
    signOut: 'Se déconnecter',
    did: {
      name: 'Votre nom a été changé.',
      ended: 'Cette session est terminée.',
      passkey: 'La clé d’accès est ajoutée. Vous pouvez vous connecter avec elle dès maintenant.',
      removed: 'La clé d’accès est retirée.',
      mailStopped: 'Le message du matin est arrêté.',
      mailStarted: 'Le message du matin revient.',
    },
    name: 'Votre nom',
    nameHint: 'Ainsi vos collègues voient qui a fait quoi.',
    language: 'Langue de nos courriels',
    languages: { en: 'English', fr: 'Français' },
    nameButton: 'Garder ceci',
    roles: 'Ce que vous pouvez faire',
    noRoles:
      'Vous n’avez aucun rôle en ce moment. Un collègue qui gère votre étude peut vous inviter à nouveau.',
    ways: 'Où aller',
    sessions: 'Vos sessions ouvertes',
    sessionsText:
      'Une session se termine après 30 jours, ou après 7 jours sans usage. Terminez celle que vous ne connaissez pas.',
    session: 'Comment',
    methods: { link: 'Lien par courriel', passkey: 'Clé d’accès', oidc: 'Votre établissement' },
    began: 'Depuis (UTC)',
    seen: 'Dernier usage (UTC)',
    act: 'La terminer',
    this: 'Celle-ci',
    end: 'Terminer',
    endOf: (began) => `Terminer la session depuis ${began}`,
  },
  passkeys: {
    title: 'Clés d’accès',
    text: 'Une clé d’accès vous connecte avec le verrou de votre téléphone ou ordinateur, sans courriel. Personne ne peut la copier depuis un courriel ou une page.',
    none: 'Vous n’avez pas encore de clé d’accès.',
    label: 'Un nom pour elle',
    labelHint: 'Par exemple : mon téléphone, l’ordinateur du service',
    add: 'Ajouter une clé d’accès',
    again: 'Connectez-vous une fois encore pour en ajouter ou en retirer une',
    signIn: 'Se connecter avec une clé d’accès',
    name: 'Nom',
    added: 'Ajoutée (UTC)',
    used: 'Dernier usage (UTC)',
    never: 'Jamais',
    remove: 'Retirer',
    removeOf: (label) => `Retirer la clé d’accès ${label}`,
    unnamed: 'Clé d’accès',
    failed:
      'Cela n’a pas marché. Rien n’a été changé. Essayez à nouveau, ou utilisez un lien par courriel.',
    without:
      'Les clés d’accès ont besoin de JavaScript et d’un navigateur qui les connaît. Un lien par courriel marche toujours.',
  },
  invitation: {
    title: 'Vous êtes invité',
    text: (from, role) => `${from} vous invite comme : ${role}.`,
    rule: 'Ce que les personnes écrivent à une étude est confidentiel. N’acceptez que si vous travaillez avec cette équipe.',
    name: 'Votre nom',
    nameHint: 'Celui que vos collègues connaissent. Ils voient qui a fait quoi.',
    button: 'Accepter et se connecter',
    withdrawn: 'Cette invitation a été retirée',
    withdrawnText:
      'Qui vous a invité ne peut plus donner ce rôle. Demandez une nouvelle invitation.',
  },
  people: {
    title: 'Qui tient ce bureau',
    lead: 'Ces personnes lisent ce qui est envoyé à votre étude ou à votre centre, et y répondent.',
    name: 'Nom',
    address: 'Adresse e-mail',
    roles: 'Rôles',
    end: 'Terminer',
    endOf: (role, name) => `Terminer le rôle de ${name} : ${role}`,
    again: 'Connectez-vous une fois encore pour inviter quelqu’un ou terminer un rôle',
    invite: 'Inviter un collègue',
    inviteText:
      'Cette personne reçoit un courriel avec un lien, qui marche 7 jours et pour cette adresse seulement.',
    email: 'Son adresse e-mail',
    role: 'Rôle',
    rolesHint: 'Un responsable peut aussi inviter, attribuer et changer ce que dit la fiche.',
    place: 'Où',
    language: 'Langue du courriel',
    button: 'Envoyer l’invitation',
    did: {
      invited: 'L’invitation est en route.',
      ended: 'Le rôle est terminé, dès maintenant.',
      closed: 'Le compte est fermé.',
      last: 'C’est le dernier exploitant : rien n’a été changé. Faites-en d’abord un autre.',
    },
    problems: {
      email: 'Ce n’est pas une adresse e-mail. Écrivez-la comme nom@example.org.',
      role: 'Choisissez un rôle que vous pouvez donner à cet endroit.',
      enough:
        'Cette boîte a reçu la même invitation depuis un jour, ou beaucoup de courriels. Rien n’a été envoyé. Réessayez demain.',
    },
  },
  accounts: {
    title: 'Comptes',
    lead: 'Toutes les personnes qui peuvent se connecter. Vous donnez les rôles de ce service ; qui travaille à un bureau est invité par son responsable.',
    since: 'Depuis (UTC)',
    closed: (at) => `Fermé ${at}`,
    close: 'Fermer',
    closeOf: (name) => `Fermer le compte de ${name}`,
    invite: 'Inviter un exploitant ou un auditeur',
    noRoles: 'Aucun rôle',
    admin: 'État du service',
  },
  ways: {
    today: 'Aujourd’hui : ce qui est à faire dans vos études',
    participants: 'Participants, par leurs numéros',
    study: (study) => `L’étude ${study} : comment elle est menée, et ses données`,
    desk: 'Le bureau : ce que les personnes demandent',
    people: 'Qui tient le bureau',
    admin: 'État du service',
    accounts: 'Comptes',
    claims: 'Demandes de fiches',
    trail: 'Le journal d’audit',
  },
  roles: {
    coordinator: 'Coordinateur',
    investigator: 'Investigateur',
    manager: 'Responsable',
    pharmacist: 'Pharmacien',
    monitor: 'Moniteur d’étude',
    statistician: 'Statisticien',
    operator: 'Exploitant de ce service',
    auditor: 'Auditeur',
  },
  roleAt: (role, place) => `${role} : ${place}`,
  wholeStudy: (study) => `toute l’étude ${study}`,
  siteOf: (site, study) => `${site} (${study})`,
}
