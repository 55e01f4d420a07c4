import { Button, Text } from "@mantine/core";
import type { Attempt } from "../../shared/call";
import { useEvent } from "../api/use-event";
import { useRequest } from "../api/use-request";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Loading } from "../ui/Loading";
import { Player } from "./Player";
import type { Channels } from "./two-track-sound";

/** The recording of one attempt, or in words why there is none. */
export function AttemptRecording({ attempt }: { readonly attempt: Attempt }) {
  switch (attempt.recording) {
    case "none":
      return <Text c="dimmed">There is no recording: the call was not answered.</Text>;
    case "awaited":
      return (
        <Text c="dimmed">
          The recording is not here yet. It is fetched by itself, mostly within a minute after the
          call, and then opens here.
        </Text>
      );
    case "absent":
      return (
        <Text>
          There is no recording of this call
          {attempt.recordingProblem ? `: ${attempt.recordingProblem}` : "."}
        </Text>
      );
    case "ready":
      return <KeptRecording attempt={attempt} />;
  }
}

const LEFT_IS_CUSTOMER: Channels = { customer: 0, ai: 1 };
const RIGHT_IS_CUSTOMER: Channels = { customer: 1, ai: 0 };

function KeptRecording({ attempt }: { readonly attempt: Attempt }) {
  const recording = useRequest("calls.recording", { attemptId: attempt.id });
  const settings = useRequest("settings.get", null);
  useEvent("calls.changed", () => {
    if (recording.value?.transcriptState === "awaited") recording.refresh();
  });
  const error = recording.error ?? settings.error;
  if (error) {
    const again = () => {
      recording.refresh();
      settings.refresh();
    };
    return <ErrorNotice error={error} action={<Button onClick={again}>Try again</Button>} />;
  }
  // The answer to an older question is of another call.
  if (recording.loading || !recording.value || !settings.value) {
    return <Loading what="the recording" />;
  }
  const channels = settings.value.customerTrack === 1 ? LEFT_IS_CUSTOMER : RIGHT_IS_CUSTOMER;
  return <Player recording={recording.value} channels={channels} />;
}
