import { lazy, Suspense } from "react";

import { Loading } from "@/components/states";

import { usePath } from "./location";
import { HomePage } from "./routes/home";
import { NotFound } from "./routes/not-found";
import { Shell } from "./shell";

// The first page leads to everything else, which is fetched when it is visited.
const RequestPage = lazy(() => import("./routes/request"));
const StatusPage = lazy(() => import("./routes/status"));
const MyTicketsPage = lazy(() => import("./routes/my-tickets"));
const MyTicketPage = lazy(() => import("./routes/my-ticket"));
const SentPage = lazy(() => import("./routes/sent"));
const RatingPage = lazy(() => import("./routes/rating"));
const HelpPage = lazy(() => import("./routes/help"));
const ArticlePage = lazy(() => import("./routes/article"));
const SignedInPage = lazy(() => import("./routes/signed-in"));

function Page({ path }: { path: string }) {
  const ticketId = /^\/tickets\/([\w-]+)$/.exec(path)?.[1];
  if (ticketId !== undefined) return <MyTicketPage id={ticketId} />;
  const topic = /^\/new\/([a-z0-9-]+)$/.exec(path)?.[1];
  if (topic !== undefined) return <RequestPage key={topic} topic={topic} />;
  const [, language, article] = /^\/help\/([a-z]{2})\/(?:.*-)?([0-9A-Za-z]+)$/.exec(path) ?? [];
  if (language !== undefined && article !== undefined)
    return <ArticlePage key={`${article} ${language}`} id={article} language={language} />;
  const category = /^\/help\/category\/([\w.:@-]+)$/.exec(path)?.[1];
  if (category !== undefined) return <HelpPage category={category} />;
  switch (path) {
    case "/":
      return <HomePage />;
    case "/new":
      return <RequestPage topic={null} />;
    case "/help":
      return <HelpPage category={null} />;
    case "/ticket":
      return <StatusPage />;
    case "/sent":
      return <SentPage />;
    case "/tickets":
      return <MyTicketsPage />;
    case "/rating":
      return <RatingPage />;
    case "/signed-in":
      return <SignedInPage />;
    default:
      return <NotFound />;
  }
}

export function App() {
  const path = usePath();
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Page path={path} />
      </Suspense>
    </Shell>
  );
}
