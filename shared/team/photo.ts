/** Width and height of every photo of a team, in pixels. */
export const photoSide = 480

/** The largest file that is taken in, as it is told. */
export const largestPhotoMegabytes = 15
