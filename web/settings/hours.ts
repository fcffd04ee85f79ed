export interface Hours {
  hours: number;
  minutes: number;
}

/** 1,090 minutes as 18 h 10. */
export const hoursAndMinutes = (minutes: number): Hours => ({
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
});

/** 18 h 10 as 1,090 minutes. */
export const minutesOf = ({ hours, minutes }: Hours): number => Math.round(hours) * 60 + Math.round(minutes);
