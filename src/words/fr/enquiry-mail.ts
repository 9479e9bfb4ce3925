import type { EnquiryMailWords } from '../shape/enquiry-mail-shape.ts'

/** What mails about enquiries say, in French. */
export const enquiryMailFr: EnquiryMailWords = {
  someSite: 'le centre de l’étude',
  confirm: {
    subject: 'Confirmez votre message',
    title: 'Est-ce bien votre adresse ?',
    text: 'Quelqu’un, sans doute vous, a écrit à l’équipe d’une étude avec Trialway et a donné cette adresse pour la réponse. Ouvrez la page et appuyez sur le bouton pour envoyer le message.',
    button: 'Voir et envoyer',
    limits:
      'Le lien marche pendant 48 heures. Si ce n’était pas vous, ne faites rien : rien n’est envoyé, et ce qui a été écrit est effacé.',
  },
  site: {
    subject: (number) => `Nouvelle demande ${number}`,
    title: (number) => `Demande ${number}`,
    text: (site, by) =>
      `Quelqu’un demande à participer (${site}). Merci de donner une première réponse au plus tard le ${by}.`,
    button: 'Ouvrir la demande',
    limits: (number) =>
      `Dossier ${number}. Ce qui a été écrit est sur votre bureau, pas dans ce courriel. Connectez-vous pour le lire.`,
  },
  news: {
    subject: (number) => `Du nouveau dans la demande ${number}`,
    text: (site) => `Il y a du nouveau à lire dans une demande (${site}).`,
  },
  soon: {
    subject: (number) => `Demande ${number} : votre réponse est attendue bientôt`,
    text: (site, by) =>
      `Une réponse a été promise pour le ${by} à quelqu’un qui a écrit (${site}). Une étape sur votre bureau est une réponse : un appel, une question ou un non.`,
  },
  due: {
    subject: (number) => `Demande ${number} : votre réponse est attendue maintenant`,
    text: (site, by) =>
      `Une réponse a été promise pour le ${by} à quelqu’un qui a écrit (${site}). Sans réponse dans les heures qui viennent, nous le lui dirons et lui montrerons d’autres voies.`,
  },
  manager: {
    subject: (number) => `La demande ${number} est sans réponse`,
    text: (site, by) =>
      `Une réponse était promise pour le ${by} à quelqu’un qui a écrit (${site}). Il n’y en a pas eu. Vous êtes responsable de ce centre : merci de répondre, ou de demander à quelqu’un de le faire.`,
  },
  again: {
    subject: (number) => `La demande ${number} est toujours sans réponse`,
    text: (site, by) =>
      `Quelqu’un qui a écrit attend toujours (${site}). La réponse était promise pour le ${by}. Un non en deux mots vaut mieux que le silence.`,
  },
  seeker: {
    sent: {
      subject: (number) => `Votre message ${number} est parti`,
      title: 'Votre message est parti',
      text: (site, by) =>
        `Votre message est arrivé (${site}). L’équipe a promis de répondre au plus tard le ${by}. Si elle ne le fait pas, nous vous écrivons.`,
      introduced: (site, by) =>
        `Nous avons signalé votre message (${site}). L’équipe ne connaît pas encore Trialway, cela peut donc prendre plus de temps. Sans réponse le ${by}, nous vous écrivons.`,
    },
    change: {
      subject: (number) => `Du nouveau pour votre message ${number}`,
      title: 'Il y a du nouveau pour votre message',
      text: (site) =>
        `L’équipe s’est occupée de votre message (${site}). Ouvrez votre page pour voir ce qui est nouveau.`,
    },
    late: {
      subject: (number) => `Votre message ${number} n’a pas encore de réponse`,
      title: 'Pas encore de réponse',
      text: (site) =>
        `L’équipe n’a pas répondu dans le temps promis (${site}). Nous en sommes désolés. Nous lui avons demandé encore une fois. Votre page montre ce que vous pouvez faire.`,
      introduced: (site) =>
        `L’équipe n’a pas répondu avant le jour demandé (${site}). Elle n’avait rien promis, et vous n’êtes pas obligé d’attendre. Votre page montre ce que vous pouvez faire.`,
      other: (site) => `Un autre centre à qui écrire : ${site}.`,
    },
    waiting: {
      subject: (number) => `Votre message ${number} : toujours pas de réponse`,
      title: 'Toujours pas de réponse',
      text: (site) =>
        `L’équipe n’a toujours pas répondu (${site}). Nous lui demandons une fois par semaine. Vous n’êtes pas obligé d’attendre : votre page montre d’autres voies.`,
      introduced: (site) =>
        `L’équipe n’a toujours pas répondu (${site}). Vous n’êtes pas obligé d’attendre : votre page montre d’autres voies.`,
    },
    ended: {
      subject: (number) => `Nous avons fermé votre message ${number}`,
      title: 'Nous avons fermé votre message',
      text: (site) =>
        `L’équipe n’a pas répondu, et nous avons cessé de demander (${site}). Cela ne dit rien de vous. Votre page montre d’autres voies.`,
      introduced: (site) =>
        `L’équipe n’a pas répondu (${site}). Cela ne dit rien de vous. Votre page montre d’autres voies.`,
    },
    over: {
      subject: (number) => `Nous avons fermé votre message ${number}`,
      title: 'Cette étude ne prend personne en ce moment',
      text: (site) =>
        `L’étude ne prend personne en ce moment (${site}). Nous avons donc fermé votre message. Cela ne dit rien de vous. Votre page montre d’autres voies.`,
    },
    unsent: {
      subject: (number) => `Votre message ${number} n’a pas pu partir`,
      title: 'Votre message n’a pas pu partir',
      text: (site) =>
        `Nous n’avons pas pu envoyer votre message (${site}) : personne ne l’a lu. Votre page dit pourquoi et montre d’autres voies.`,
    },
    several: {
      subject: (count) => `Du nouveau pour ${count} de vos messages`,
      title: 'Il y a du nouveau pour vos messages',
      item: (number) => `Message ${number}`,
      limits:
        'Gardez ce courriel pour vous : qui a un lien peut voir ce message. Si vous êtes malade en ce moment, n’attendez pas la réponse : demandez à votre médecin.',
    },
    button: 'Ouvrir votre page',
    limits: (number) =>
      `Message ${number}. Gardez ce courriel pour vous : qui a le lien peut voir votre message. Si vous êtes malade en ce moment, n’attendez pas la réponse : demandez à votre médecin.`,
  },
  introduction: {
    subject: (number) => `Quelqu’un voudrait joindre votre centre (${number})`,
    title: 'Quelqu’un voudrait joindre votre centre',
    text: (site, number) =>
      `Quelqu’un demande à participer à une étude que vous menez (${site}). Son message est gardé pour vous sous le numéro ${number}. Prenez en charge votre page sur Trialway pour le lire et y répondre. C’est gratuit.`,
    button: 'Prendre en charge la page et lire',
    limits: (contact) =>
      `Vous recevez ce courriel parce que le registre public ClinicalTrials.gov donne cette adresse comme contact de votre centre. Si vous n’en voulez plus, écrivez « stop » à ${contact}, et il n’en viendra plus.`,
    operator: (site) => `l’équipe de ${site}`,
  },
}
