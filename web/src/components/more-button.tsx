import { Button, type ButtonProps } from "@mantine/core";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";

interface Props extends ButtonProps {
  pages: Pick<UseInfiniteQueryResult, "fetchNextPage" | "hasNextPage" | "isFetchingNextPage">;
}

/** The next page of a list, as long as there is one. */
export const MoreButton = ({ pages, ...button }: Props) =>
  pages.hasNextPage && (
    <Button
      variant="default"
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
      {...button}
    />
  );
