-- 0015 askers: whoever asked a question that goes out of sight is told so at once, so that the devices that asked some questions are found
-- without reading what all devices of a meeting have done.
create index meeting_device_act_asked on meeting_device_act (meeting_id, subject) where kind = 'asked';
