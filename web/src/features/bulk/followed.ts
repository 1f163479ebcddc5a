import { following } from "@/lib/followed";

/** Changes of many tickets that somebody looks after. */
export const { follow, unfollow, useFollowed } = following("bulk");
