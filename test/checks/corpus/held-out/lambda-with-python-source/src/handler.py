import json


def main(event, context):
    print(json.dumps({"path": event.get("rawPath")}))
    return {"isAuthorized": "authorization" in event.get("headers", {})}
