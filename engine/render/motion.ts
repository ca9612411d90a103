/** Whether things may ease and pulse. One object for all parts of a stage, asked at each frame: the viewer may change their mind. */
export type Motion = { isReduced: boolean }
