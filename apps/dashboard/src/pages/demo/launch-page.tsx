import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';

import { askForEntryLink, demoLaunchQuery, launchDemo } from '../../api/demo-launch.ts';
import { Button, buttonClass } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Progress } from '../../components/progress.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Doorstep } from '../doorstep/doorstep.tsx';

const pollMs = 400;

/** Opens a demo beside this instance and goes there as soon as its doors are open. */
export function LaunchPage() {
  const { launch: t } = useMessages().demo;
  const { data } = useQuery({ ...demoLaunchQuery, refetchInterval: pollMs });
  const { mutate: start, error: refusal, isPending, isIdle } = useMutation({ mutationFn: launchDemo });
  const entering = useMutation({
    mutationFn: askForEntryLink,
    onSuccess: (url) => window.location.assign(url),
  });
  const { mutate: enter, isIdle: isWaiting } = entering;
  const isOffered = data?.isOffered;
  const isOpen = data?.state === 'listening';
  useEffect(() => {
    if (isOffered === true && isIdle) start();
  }, [isOffered, isIdle, start]);
  useEffect(() => {
    if (isOpen && isWaiting) enter();
  }, [isOpen, isWaiting, enter]);

  const hasFailed = data?.state === 'failed' && !isPending;
  return (
    <Doorstep title={t.title} lead={t.lead}>
      {isOffered === false ? (
        <Notice tone="attention">{t.notOffered}</Notice>
      ) : hasFailed ? (
        <>
          <Notice tone="bad">{t.failed}</Notice>
          <Button look="primary" onClick={() => start()}>
            {t.again}
          </Button>
        </>
      ) : (
        <Progress label={t.starting} done={0} total={null} />
      )}
      <ProblemNotice error={refusal ?? entering.error} />
      <Link to="/" className={buttonClass('quiet')}>
        {t.back}
      </Link>
    </Doorstep>
  );
}
