/** What a person reads when something fails: a title and what to do next, by error code. */
export const errors = {
  en: {
    reference: 'If you tell us about it, give this reference: {{reference}}.',
    NOT_FOUND_title: 'Page not found',
    NOT_FOUND_next: 'If you typed the address, check that it is right. You can also look for your neighbourhood.',
    FORCE_NOT_FOUND_title: 'No such force here',
    FORCE_NOT_FOUND_next:
      'This service does not hold a force of that name. Choose one from the list on the first page.',
    NEIGHBOURHOOD_NOT_FOUND_title: 'No such neighbourhood here',
    NEIGHBOURHOOD_NOT_FOUND_next: 'Neighbourhoods are sometimes merged or renamed. Look yours up by postcode.',
    BAD_PARAMETER_title: 'The address asks for something that does not exist',
    BAD_PARAMETER_next: 'Part of the address is not understood: {{parameter}}. Go back and choose again.',
    METHOD_NOT_ALLOWED_title: 'This address cannot be used that way',
    METHOD_NOT_ALLOWED_next: 'Go back and follow a link or use the form.',
    TOO_MANY_REQUESTS_title: 'Too many requests',
    TOO_MANY_REQUESTS_next: 'Wait a few seconds, then try again.',
    SIGN_IN_FIRST_title: 'Sign in first',
    SIGN_IN_FIRST_next:
      'You are not signed in, or were signed out meanwhile. Sign in in another tab, then go back and send again: what you typed is still there.',
    TOKEN_NOT_VALID_title: 'The token is not valid',
    TOKEN_NOT_VALID_next: 'It is unknown, has run out or was revoked. Make a new one with npm run token.',
    NOT_ALLOWED_title: 'You may not do that here',
    NOT_ALLOWED_next:
      'There is nothing here that your account reaches: it may be gone, or be somebody else’s. Ask your supervisor if it should be yours.',
    CROSS_SITE_FORM_title: 'That form came from another site',
    CROSS_SITE_FORM_next: 'Nothing was changed. Open the page here and send it from there.',
    LINK_NOT_VALID_title: 'This link no longer works',
    LINK_NOT_VALID_next:
      'It was used already, has run out, is not complete, or what it led to has been erased. A link to sign in, or an invitation, can be sent anew: ask for one.',
    TOO_LARGE_title: 'That is too large',
    TOO_LARGE_next: 'Nothing was changed. Go back and send less text or a smaller file.',
    NOT_READY_title: 'The service is starting',
    NOT_READY_next: 'Try again in a minute.',
    DATABASE_UNAVAILABLE_title: 'The figures cannot be reached at the moment',
    DATABASE_UNAVAILABLE_next: 'Nothing is lost. Try again in a few minutes. In an emergency call 999.',
    UNEXPECTED_title: 'Sorry, something went wrong',
    UNEXPECTED_next: 'Try again in a few minutes. In an emergency call 999.',
  },
  cy: {
    reference: 'Os rhowch wybod i ni amdano, rhowch y cyfeirnod hwn: {{reference}}.',
    NOT_FOUND_title: 'Heb ddod o hyd i’r dudalen',
    NOT_FOUND_next: 'Os teipioch chi’r cyfeiriad, gwiriwch ei fod yn gywir. Gallwch hefyd chwilio am eich cymdogaeth.',
    FORCE_NOT_FOUND_title: 'Nid yw’r heddlu hwnnw yma',
    FORCE_NOT_FOUND_next:
      'Nid yw’r gwasanaeth hwn yn cadw heddlu o’r enw hwnnw. Dewiswch un o’r rhestr ar y dudalen gyntaf.',
    NEIGHBOURHOOD_NOT_FOUND_title: 'Nid yw’r gymdogaeth honno yma',
    NEIGHBOURHOOD_NOT_FOUND_next:
      'Weithiau caiff cymdogaethau eu huno neu eu hailenwi. Chwiliwch am eich un chi yn ôl cod post.',
    BAD_PARAMETER_title: 'Mae’r cyfeiriad yn gofyn am rywbeth nad yw’n bod',
    BAD_PARAMETER_next: 'Ni ddeellir rhan o’r cyfeiriad: {{parameter}}. Ewch yn ôl a dewis eto.',
    METHOD_NOT_ALLOWED_title: 'Ni ellir defnyddio’r cyfeiriad hwn fel hynny',
    METHOD_NOT_ALLOWED_next: 'Ewch yn ôl a dilyn dolen neu ddefnyddio’r ffurflen.',
    TOO_MANY_REQUESTS_title: 'Gormod o geisiadau',
    TOO_MANY_REQUESTS_next: 'Arhoswch ychydig eiliadau, yna rhowch gynnig arall arni.',
    SIGN_IN_FIRST_title: 'Mewngofnodwch yn gyntaf',
    SIGN_IN_FIRST_next:
      'Nid ydych wedi mewngofnodi, neu cawsoch eich allgofnodi yn y cyfamser. Mewngofnodwch mewn tab arall, yna ewch yn ôl ac anfon eto: mae’r hyn a deipioch yn dal yno.',
    TOKEN_NOT_VALID_title: 'Nid yw’r tocyn yn ddilys',
    TOKEN_NOT_VALID_next: 'Mae’n anhysbys, wedi dod i ben neu wedi’i ddirymu. Gwnewch un newydd gyda npm run token.',
    NOT_ALLOWED_title: 'Ni chewch wneud hynny yma',
    NOT_ALLOWED_next:
      'Nid oes dim yma y mae eich cyfrif yn ei gyrraedd: efallai ei fod wedi mynd, neu’n perthyn i rywun arall. Gofynnwch i’ch goruchwyliwr a ddylai fod yn eiddo i chi.',
    CROSS_SITE_FORM_title: 'Daeth y ffurflen honno o wefan arall',
    CROSS_SITE_FORM_next: 'Ni newidiwyd dim. Agorwch y dudalen yma a’i hanfon oddi yno.',
    LINK_NOT_VALID_title: 'Nid yw’r ddolen hon yn gweithio mwyach',
    LINK_NOT_VALID_next:
      'Cafodd ei defnyddio eisoes, daeth i ben, nid yw’n gyflawn, neu cafodd yr hyn yr oedd yn arwain ato ei ddileu. Gellir anfon dolen mewngofnodi neu wahoddiad o’r newydd: gofynnwch am un.',
    TOO_LARGE_title: 'Mae hynny’n rhy fawr',
    TOO_LARGE_next: 'Ni newidiwyd dim. Ewch yn ôl ac anfon llai o destun neu ffeil lai.',
    NOT_READY_title: 'Mae’r gwasanaeth yn cychwyn',
    NOT_READY_next: 'Rhowch gynnig arall arni ymhen munud.',
    DATABASE_UNAVAILABLE_title: 'Ni ellir cyrraedd y ffigurau ar hyn o bryd',
    DATABASE_UNAVAILABLE_next:
      'Does dim byd wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau. Mewn argyfwng ffoniwch 999.',
    UNEXPECTED_title: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
    UNEXPECTED_next: 'Rhowch gynnig arall arni ymhen ychydig funudau. Mewn argyfwng ffoniwch 999.',
  },
} as const
